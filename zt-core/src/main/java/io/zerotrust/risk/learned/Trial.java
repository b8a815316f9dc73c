package io.zerotrust.risk.learned;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The first days, in which nobody is refused for what was learned: they end after a time,
 * or when half of the principals are known.
 */
final class Trial {

	private static final int FEWEST = 20;

	private final AtomicInteger began = new AtomicInteger();

	private final AtomicInteger asked = new AtomicInteger();

	private final long length;

	private volatile boolean over;

	Trial(Duration length) {
		this.length = length.toSeconds();
		this.over = this.length == 0;
	}

	boolean isOver() {
		return this.over;
	}

	/**
	 * Look whether it is over, once in an hour.
	 */
	void see(int now, Profiles profiles) {
		if (this.over) {
			return;
		}
		this.began.compareAndSet(0, now);
		int hour = now / Decay.HOUR;
		int last = this.asked.get();
		if (hour > last && this.asked.compareAndSet(last, hour)) {
			int established = profiles.establishedSize();
			this.over = now - this.began.get() >= this.length
					|| (established >= FEWEST && 2 * established >= profiles.size());
		}
	}

	int began() {
		return this.began.get();
	}

	/**
	 * Go on with a trial that has begun before a restart.
	 */
	void resume(int began, boolean over) {
		this.began.set(began);
		this.over |= over;
	}

}
