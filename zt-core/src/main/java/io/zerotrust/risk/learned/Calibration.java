package io.zerotrust.risk.learned;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import io.zerotrust.access.SubjectKind;

/**
 * Shifts the prior of each kind of caller towards a budget: how many sessions of a day
 * may come above the step-up threshold. By 0.1 a day and 1.5 in all, so that a flood does
 * not move it far.
 */
final class Calibration {

	private static final int BUCKETS = 64;

	private static final double WIDTH = 0.25;

	private static final double LOWEST = -8;

	private static final int ENOUGH = 500;

	private static final double MOST_A_DAY = 0.1;

	private static final double MOST = 1.5;

	private static final int KINDS = SubjectKind.values().length;

	private final double budget;

	private final AtomicIntegerArray counts = new AtomicIntegerArray(KINDS * BUCKETS);

	private final AtomicLongArray shifts = new AtomicLongArray(KINDS);

	private final AtomicLong day = new AtomicLong();

	/**
	 * Create the calibration.
	 * @param budget the share of sessions that may be above the threshold
	 */
	Calibration(double budget) {
		this.budget = budget;
	}

	/**
	 * Return the shift of the prior, in nats.
	 */
	double shift(SubjectKind kind) {
		return Double.longBitsToDouble(this.shifts.get(kind.ordinal()));
	}

	/**
	 * Count a session of a day by its highest distance from the threshold.
	 * @param before the highest until now; negative infinity if there was none that day
	 * @param peak the highest now, without the shift
	 */
	void count(SubjectKind kind, double before, double peak, long today) {
		slide(today);
		if (before != Double.NEGATIVE_INFINITY) {
			this.counts.decrementAndGet(cell(kind.ordinal(), before));
		}
		this.counts.incrementAndGet(cell(kind.ordinal(), peak));
	}

	List<Cells> cells() {
		return List.of(Cells.of(this.counts), Cells.of(this.shifts), Cells.of(this.day::get, this.day::set));
	}

	private static int cell(int kind, double distance) {
		int bucket = (int) Math.floor((distance - LOWEST) / WIDTH);
		return kind * BUCKETS + Math.max(0, Math.min(BUCKETS - 1, bucket));
	}

	private void slide(long today) {
		long last = this.day.get();
		if (today <= last || !this.day.compareAndSet(last, today)) {
			return;
		}
		for (int kind = 0; kind < KINDS; kind++) {
			slide(kind);
		}
	}

	private void slide(int kind) {
		long total = 0;
		for (int bucket = 0; bucket < BUCKETS; bucket++) {
			total += Math.max(0, this.counts.get(kind * BUCKETS + bucket));
		}
		if (total < ENOUGH) {
			return;
		}
		double shift = Double.longBitsToDouble(this.shifts.get(kind));
		double step = Math.max(-MOST_A_DAY, Math.min(MOST_A_DAY, -distance(kind, total * this.budget) - shift));
		this.shifts.set(kind, Double.doubleToLongBits(Math.max(-MOST, Math.min(MOST, shift + step))));
		for (int bucket = 0; bucket < BUCKETS; bucket++) {
			this.counts.updateAndGet(kind * BUCKETS + bucket, (count) -> Math.max(0, count) / 2);
		}
	}

	/**
	 * Return the lowest distance that no more than so many sessions reach.
	 */
	private double distance(int kind, double most) {
		long above = 0;
		for (int bucket = BUCKETS - 1; bucket >= 0; bucket--) {
			above += Math.max(0, this.counts.get(kind * BUCKETS + bucket));
			if (above > most) {
				return LOWEST + (bucket + 1) * WIDTH;
			}
		}
		return LOWEST;
	}

}
