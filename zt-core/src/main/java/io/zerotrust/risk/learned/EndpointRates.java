package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which share of requests fails at each endpoint right now, over all principals: an
 * outage or a broken page is nobody's fault. Counted by 10 minutes, and those before
 * count too.
 */
final class EndpointRates {

	/**
	 * The share that fails where nobody knows better.
	 */
	static final double USUAL = 0.02;

	private static final double SHRUNK = 60;

	static final long WINDOW = 10L * Decay.MINUTE;

	private static final int COUNT_BITS = 20;

	private static final long MOST = (1L << COUNT_BITS) - 1;

	private static final long WINDOW_MASK = (1L << 64 - 2 * COUNT_BITS) - 1;

	/**
	 * Two cells an endpoint, for odd and even windows: number of the window, failures,
	 * requests.
	 */
	private final AtomicLongArray cells = new AtomicLongArray(2 * EndpointNumbers.MOST);

	void count(int endpoint, boolean failed, long now) {
		long window = now / WINDOW;
		int cell = cell(endpoint, window);
		while (true) {
			long before = this.cells.get(cell);
			boolean current = window(before) == (window & WINDOW_MASK);
			long failures = (current ? failures(before) : 0) + (failed ? 1 : 0);
			long total = (current ? total(before) : 0) + 1;
			if (total > MOST) {
				failures /= 2;
				total /= 2;
			}
			long after = (window & WINDOW_MASK) << 2 * COUNT_BITS | failures << COUNT_BITS | total;
			if (this.cells.compareAndSet(cell, before, after)) {
				return;
			}
		}
	}

	double rate(int endpoint, long now) {
		long window = now / WINDOW;
		double failures = SHRUNK * USUAL;
		double total = SHRUNK;
		for (long each = window - 1; each <= window; each++) {
			long cell = this.cells.get(cell(endpoint, each));
			if (window(cell) == (each & WINDOW_MASK)) {
				failures += failures(cell);
				total += total(cell);
			}
		}
		return failures / total;
	}

	private static int cell(int endpoint, long window) {
		return 2 * endpoint + (int) (window & 1);
	}

	private static long window(long cell) {
		return cell >>> 2 * COUNT_BITS;
	}

	private static long failures(long cell) {
		return cell >>> COUNT_BITS & MOST;
	}

	private static long total(long cell) {
		return cell & MOST;
	}

}
