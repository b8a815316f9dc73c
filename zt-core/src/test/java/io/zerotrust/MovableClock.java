package io.zerotrust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * A clock that stands until it is moved, and can be broken.
 */
public class MovableClock extends Clock {

	private volatile @Nullable Instant now = Requests.NOW;

	public void move(Duration by) {
		this.now = instant().plus(by);
	}

	public void breakDown() {
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
