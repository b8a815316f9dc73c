package io.zerotrust.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.zerotrust.Requests;

/**
 * A clock that stands until it is moved, and can be broken.
 */
class MovableClock extends Clock {

	private volatile @Nullable Instant now = Requests.NOW;

	void move(Duration by) {
		this.now = instant().plus(by);
	}

	void breakDown() {
		this.now = null;
	}

	@Override
	public Instant instant() {
		Instant known = this.now;
		if (known == null) {
			throw new IllegalStateException("no time");
		}
		return known;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
