package io.zerotrust.ratelimit;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;

/**
 * The time of a clock that may be put back. This time stands still then, and goes on from
 * there: nothing refills twice, and nobody waits until the clock has caught up.
 */
final class SteadyTime implements TimeMeter, Ticker {

	/**
	 * Clocks are corrected by a little now and then. What is further behind is another
	 * clock.
	 */
	private static final long LITTLE = TimeUnit.SECONDS.toNanos(10);

	private final Clock clock;

	private final AtomicLong latest;

	private final AtomicLong putBack = new AtomicLong();

	SteadyTime(Clock clock) {
		this.clock = clock;
		this.latest = new AtomicLong(nanos());
	}

	private long nanos() {
		return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
	}

	@Override
	public long currentTimeNanos() {
		long behind = this.putBack.get();
		long now = nanos() + behind;
		long known = this.latest.get();
		while (now > known) {
			if (this.latest.compareAndSet(known, now)) {
				return now;
			}
			known = this.latest.get();
		}
		if (known - now > LITTLE) {
			putBack(behind, known);
		}
		return known;
	}

	/**
	 * A thread may have read the clock, been held up and come late, so it looks again.
	 */
	private void putBack(long behind, long known) {
		long now = nanos() + behind;
		if (known - now > LITTLE) {
			this.putBack.compareAndSet(behind, behind + known - now);
		}
	}

	@Override
	public long read() {
		return currentTimeNanos();
	}

	@Override
	public boolean isWallClockBased() {
		return false;
	}

}
