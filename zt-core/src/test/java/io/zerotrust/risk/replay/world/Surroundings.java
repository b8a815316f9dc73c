package io.zerotrust.risk.replay.world;

import java.time.Instant;

import io.zerotrust.access.Context;
import io.zerotrust.access.Posture;

/**
 * Where a request comes from and with what.
 *
 * @param place where from
 * @param device with what
 */
record Surroundings(Place place, Device device) {

	Context at(long time) {
		return new Context(Instant.ofEpochMilli(time), this.place.address(), true, this.device.agent(),
				this.device.id())
			.seen(this.device.fingerprint(), this.place.origin(), Posture.UNKNOWN);
	}

	Surroundings in(Place place) {
		return new Surroundings(place, this.device);
	}

}
