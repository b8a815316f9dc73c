package io.zerotrust.samples.quickstart.days;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that moves when it is told to.
 */
public final class MovableClock extends Clock {

	private volatile Instant now;

	/**
	 * Create a clock.
	 * @param now what it shows first
	 */
	public MovableClock(Instant now) {
		this.now = now;
	}

	/**
	 * Let time pass.
	 * @param duration how much
	 */
	void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

	void set(Instant now) {
		this.now = now;
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
		throw new UnsupportedOperationException("shows UTC only");
	}

}
