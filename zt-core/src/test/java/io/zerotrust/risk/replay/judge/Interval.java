package io.zerotrust.risk.replay.judge;

import java.util.Locale;

/**
 * A share, and where it may lie: the interval of Wilson (1927) at 95 %.
 *
 * @param hits how many of them
 * @param all of how many
 */
public record Interval(int hits, int all) {

	private static final double Z = 1.96;

	public double share() {
		return (this.all == 0) ? 0 : (double) this.hits / this.all;
	}

	public double low() {
		return bound(-1);
	}

	public double high() {
		return bound(1);
	}

	private double bound(int side) {
		if (this.all == 0) {
			return (side < 0) ? 0 : 1;
		}
		double n = this.all;
		double p = share();
		double spread = Z * StrictMath.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
		return Math.min(1, Math.max(0, (p + Z * Z / (2 * n) + side * spread) / (1 + Z * Z / n)));
	}

	public Interval plus(Interval other) {
		return new Interval(this.hits + other.hits, this.all + other.all);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", share(), low(), high());
	}

}
