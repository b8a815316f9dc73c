package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many principals were seen for the first time from each network in an hour. Who
 * invents principals must not fill the memory; a full office may come in on one morning.
 */
final class Arrivals {

	private static final int NETWORKS = 4096;

	private static final int MOST = 1000;

	private static final int BITS = 32;

	private final AtomicLongArray counts = new AtomicLongArray(NETWORKS);

	/**
	 * Whether one more may be remembered.
	 */
	boolean admits(int network, int now) {
		int cell = (network ^ network >>> 16) & NETWORKS - 1;
		long hour = now / Decay.HOUR;
		while (true) {
			long before = this.counts.get(cell);
			long count = (before >>> BITS == hour) ? before & 0xffffffffL : 0;
			if (count >= MOST) {
				return false;
			}
			if (this.counts.compareAndSet(cell, before, hour << BITS | count + 1)) {
				return true;
			}
		}
	}

}
