package io.zerotrust.risk.learned;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What principals of the same kind and roles do: how much on a day, at which hours, at
 * which endpoints, and how often with objects of others. Of fixed size.
 */
final class PeerGroup {

	/**
	 * From so many requests on the share of objects of others tells something.
	 */
	private static final double ENOUGH_TOUCHES = 400;

	/**
	 * From so many days of principals on the peaks tell something.
	 */
	private static final double ENOUGH_DAYS = 10;

	private static final double MOST_DAYS = 1000;

	private static final double FEW = 0.02;

	private final AtomicInteger members = new AtomicInteger();

	private final AtomicIntegerArray endpoints = new AtomicIntegerArray(EndpointNumbers.MOST);

	private final AtomicIntegerArray hours = new AtomicIntegerArray(Hours.DAY);

	private final SharedShare foreign = new SharedShare();

	/**
	 * Of each measure mean and variance over all days of all, and then over how many, and
	 * the variance of each around its own mean.
	 */
	private final AtomicLongArray peaks = new AtomicLongArray(2 * Measure.ALL.length);

	int members() {
		return this.members.get();
	}

	void join() {
		this.members.incrementAndGet();
	}

	void uses(int endpoint) {
		this.endpoints.incrementAndGet(endpoint);
	}

	/**
	 * Return what those who use an endpoint take off, in nats. A single peer is never
	 * more than few: he may be the attacker.
	 */
	double endpointDiscount(int endpoint) {
		int using = this.endpoints.get(endpoint);
		return (using == 0) ? 0 : StrictMath.log(1 + using / Math.max(1, FEW * this.members.get()));
	}

	void sees(int hour) {
		this.hours.incrementAndGet(hour);
	}

	/**
	 * Return which share of the hours of all is an hour, smoothed around the clock.
	 */
	double share(int hour) {
		double total = Hours.DAY;
		for (int i = 0; i < Hours.DAY; i++) {
			total += this.hours.get(i);
		}
		double here = this.hours.get(hour) / 2.0 + this.hours.get((hour + 1) % Hours.DAY) / 4.0
				+ this.hours.get((hour + Hours.DAY - 1) % Hours.DAY) / 4.0;
		return (here + 1) / total;
	}

	SharedShare foreign() {
		return this.foreign;
	}

	/**
	 * Whether its members touch everybody's objects, as support does.
	 */
	boolean isWide(double share) {
		return this.foreign.total() >= ENOUGH_TOUCHES && this.foreign.seen() > share;
	}

	/**
	 * Take in the peak of a day of one of them.
	 * @param peak the logarithm of the peak
	 * @param off how far that is from its own mean
	 * @param known whether it has a mean
	 */
	void close(Measure measure, double peak, double off, boolean known) {
		int cell = 2 * measure.ordinal();
		double days = Math.min(MOST_DAYS, low(cell + 1) + 1);
		double mean = low(cell);
		double next = mean + (peak - mean) / days;
		double variance = high(cell);
		pack(cell, next, (days == 1) ? 0 : variance + ((peak - mean) * (peak - next) - variance) / days);
		double within = high(cell + 1);
		pack(cell + 1, days, known ? within + (off * off - within) / days : within);
	}

	boolean isKnown(Measure measure) {
		return low(2 * measure.ordinal() + 1) >= ENOUGH_DAYS;
	}

	double mean(Measure measure) {
		return low(2 * measure.ordinal());
	}

	double variance(Measure measure) {
		return high(2 * measure.ordinal());
	}

	double within(Measure measure) {
		return high(2 * measure.ordinal() + 1);
	}

	private double low(int cell) {
		return Float.intBitsToFloat((int) this.peaks.get(cell));
	}

	private double high(int cell) {
		return Float.intBitsToFloat((int) (this.peaks.get(cell) >>> Integer.SIZE));
	}

	/**
	 * Two who close a day at once may count as one.
	 */
	private void pack(int cell, double low, double high) {
		this.peaks.set(cell, (long) Float.floatToRawIntBits((float) high) << Integer.SIZE
				| Float.floatToRawIntBits((float) low) & 0xffffffffL);
	}

	List<Cells> cells() {
		return List.of(Cells.of(this.members::get, (value) -> this.members.set((int) value)), Cells.of(this.endpoints),
				Cells.of(this.hours), Cells.of(this.peaks), this.foreign.cells());
	}

	/**
	 * Halve what was counted, as principals forget too.
	 */
	void age() {
		halve(this.endpoints);
		halve(this.hours);
		this.members.updateAndGet((count) -> count / 2);
	}

	private static void halve(AtomicIntegerArray counts) {
		for (int i = 0; i < counts.length(); i++) {
			counts.updateAndGet(i, (count) -> count / 2);
		}
	}

}
