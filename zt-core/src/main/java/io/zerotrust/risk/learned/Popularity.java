package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How many principals share a value: a count-min sketch, so that its size does not depend
 * on how many values there are.
 */
final class Popularity {

	private static final int ROWS = 4;

	private static final int COLUMNS = 1024;

	private static final int MIX = 0x9e3779b9;

	private static final double FEW = 0.005;

	private final AtomicIntegerArray counts = new AtomicIntegerArray(ROWS * COLUMNS);

	void add(int value) {
		for (int row = 0; row < ROWS; row++) {
			this.counts.incrementAndGet(cell(row, value));
		}
	}

	void remove(int value) {
		for (int row = 0; row < ROWS; row++) {
			// ageing may have taken it off already
			this.counts.updateAndGet(cell(row, value), (count) -> Math.max(0, count - 1));
		}
	}

	/**
	 * Return what those who share a value take off, in nats. A single peer is never more
	 * than few: he may be the attacker.
	 * @param members how many principals there are
	 */
	double discount(int value, int members) {
		int using = Integer.MAX_VALUE;
		for (int row = 0; row < ROWS; row++) {
			using = Math.min(using, this.counts.get(cell(row, value)));
		}
		return (using == 0) ? 0 : StrictMath.log(1 + using / Math.max(1, FEW * members));
	}

	private static int cell(int row, int value) {
		int mixed = (value + row) * MIX;
		mixed = (mixed ^ mixed >>> 15) * (MIX + 2 * row);
		return row * COLUMNS + ((mixed ^ mixed >>> 13) & COLUMNS - 1);
	}

	Cells cells() {
		return Cells.of(this.counts);
	}

	void age() {
		for (int i = 0; i < this.counts.length(); i++) {
			this.counts.updateAndGet(i, (count) -> count / 2);
		}
	}

}
