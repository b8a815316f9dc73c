package io.zerotrust.risk.learned;

import java.time.Duration;
import java.util.List;
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

	/**
	 * Return when it has begun and whether it is over, so that a restart begins no new
	 * one.
	 */
	List<Cells> cells() {
		return List.of(Cells.of(this.began::get, (value) -> this.began.set((int) value)),
				Cells.of(() -> this.over ? 1 : 0, (value) -> this.over |= value == 1));
	}

}
