package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many principals come from a network and use an endpoint: what many have is no sign
 * of a stranger. Only principals with a history vouch. Networks are counted in a
 * count-min sketch, so the size does not depend on how many there are.
 */
final class Peers {

	private static final int ROWS = 4;

	private static final int COLUMNS = 1024;

	private static final int MIX = 0x9e3779b9;

	private static final long AGE = 30 * Decay.DAY;

	private static final double FEW_FOR_NETWORK = 0.005;

	private static final double FEW_FOR_ENDPOINT = 0.02;

	private final AtomicIntegerArray networks = new AtomicIntegerArray(ROWS * COLUMNS);

	private final AtomicIntegerArray endpoints = new AtomicIntegerArray(EndpointNumbers.MOST);

	private final AtomicInteger members = new AtomicInteger();

	private final AtomicLong aged = new AtomicLong();

	/**
	 * Count a principal that has just got a history.
	 */
	void join(History history, long now) {
		age(now);
		this.members.incrementAndGet();
		for (int i = 0; i < history.networks().size(); i++) {
			addNetwork(history.networks().value(i));
		}
		for (int i = 0; i < EndpointNumbers.MOST; i++) {
			if (history.endpoints().known().contains(i)) {
				addEndpoint(i);
			}
		}
	}

	/**
	 * Count what has become familiar, and no longer what is forgotten: who comes back to
	 * a network vouches for it once.
	 */
	void replaceNetworks(FamiliarValues before, FamiliarValues after) {
		for (int i = 0; i < after.size(); i++) {
			if (!before.contains(after.value(i))) {
				addNetwork(after.value(i));
			}
		}
		for (int i = 0; i < before.size(); i++) {
			if (!after.contains(before.value(i))) {
				removeNetwork(before.value(i));
			}
		}
	}

	void addNetwork(int network) {
		for (int row = 0; row < ROWS; row++) {
			this.networks.incrementAndGet(cell(row, network));
		}
	}

	private void removeNetwork(int network) {
		for (int row = 0; row < ROWS; row++) {
			// ageing may have taken it off already
			this.networks.updateAndGet(cell(row, network), (count) -> Math.max(0, count - 1));
		}
	}

	void addEndpoint(int endpoint) {
		this.endpoints.incrementAndGet(endpoint);
	}

	double networkDiscount(int network) {
		int using = Integer.MAX_VALUE;
		for (int row = 0; row < ROWS; row++) {
			using = Math.min(using, this.networks.get(cell(row, network)));
		}
		return discount(using, FEW_FOR_NETWORK);
	}

	double endpointDiscount(int endpoint) {
		return discount(this.endpoints.get(endpoint), FEW_FOR_ENDPOINT);
	}

	/**
	 * A single peer is never more than few: he may be the attacker.
	 */
	private double discount(int using, double few) {
		return (using == 0) ? 0 : StrictMath.log(1 + using / Math.max(1, few * this.members.get()));
	}

	private static int cell(int row, int value) {
		int mixed = (value + row) * MIX;
		mixed = (mixed ^ mixed >>> 15) * (MIX + 2 * row);
		return row * COLUMNS + ((mixed ^ mixed >>> 13) & COLUMNS - 1);
	}

	/**
	 * Halve all counts every 30 days, as principals forget too.
	 */
	private void age(long now) {
		long last = this.aged.get();
		if (last == 0) {
			this.aged.compareAndSet(0, now);
			return;
		}
		if (now - last < AGE || !this.aged.compareAndSet(last, now)) {
			return;
		}
		for (int i = 0; i < this.networks.length(); i++) {
			this.networks.updateAndGet(i, (count) -> count / 2);
		}
		for (int i = 0; i < this.endpoints.length(); i++) {
			this.endpoints.updateAndGet(i, (count) -> count / 2);
		}
		this.members.updateAndGet((count) -> count / 2);
	}

}
