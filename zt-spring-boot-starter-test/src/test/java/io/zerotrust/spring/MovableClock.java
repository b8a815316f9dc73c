package io.zerotrust.spring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands until it is moved.
 */
public final class MovableClock extends Clock {

	private volatile Instant now;

	/**
	 * Create a clock.
	 * @param now what it shows
	 */
	public MovableClock(Instant now) {
		this.now = now;
	}

	/**
	 * Move the clock.
	 * @param by how far; back if negative
	 */
	public void move(Duration by) {
		this.now = this.now.plus(by);
	}

	@Override
	public Instant instant() {
		return this.now;
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
