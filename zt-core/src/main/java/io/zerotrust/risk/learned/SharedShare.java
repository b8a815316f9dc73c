package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many of the requests of many principals have some property. Halved when it is full,
 * so that it follows.
 */
final class SharedShare {

	private static final int MOST = 1 << 20;

	private static final int BITS = 32;

	private final AtomicLong counts = new AtomicLong();

	/**
	 * Count a request.
	 * @param hit whether it has the property
	 */
	void count(boolean hit) {
		while (true) {
			long before = this.counts.get();
			long hits = (before >>> BITS) + (hit ? 1 : 0);
			long total = (before & 0xffffffffL) + 1;
			boolean full = total > MOST;
			long after = (full ? hits / 2 : hits) << BITS | (full ? total / 2 : total);
			if (this.counts.compareAndSet(before, after)) {
				return;
			}
		}
	}

	double total() {
		return this.counts.get() & 0xffffffffL;
	}

	double seen() {
		long counts = this.counts.get();
		return (counts == 0) ? 0 : (double) (counts >>> BITS) / (counts & 0xffffffffL);
	}

	/**
	 * Return the share that is to be expected.
	 * @param usual the share where nothing is known
	 * @param strength how many requests that stands for
	 */
	double expected(double usual, double strength) {
		long counts = this.counts.get();
		return ((counts >>> BITS) + strength * usual) / ((counts & 0xffffffffL) + strength);
	}

	Cells cells() {
		return Cells.of(this.counts::get, this.counts::set);
	}

}
