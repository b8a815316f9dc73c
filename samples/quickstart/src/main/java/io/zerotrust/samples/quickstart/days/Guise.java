package io.zerotrust.samples.quickstart.days;

import java.net.URI;

import io.zerotrust.samples.client.Call;

/**
 * How a caller looks from outside.
 *
 * @param door the network the caller is in
 * @param agent what it says it runs
 * @param device what it says it is; empty if it does not say
 */
record Guise(URI door, String agent, String device) {

	Call on(Call call) {
		Call dressed = call.header("User-Agent", this.agent);
		return this.device.isEmpty() ? dressed : dressed.header("X-Device-Id", this.device);
	}

}
