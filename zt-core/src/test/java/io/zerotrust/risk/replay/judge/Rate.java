package io.zerotrust.risk.replay.judge;

import java.util.Locale;

/**
 * How often something happens, and how often it may: the interval of Byar for a count, at
 * 95 %.
 *
 * @param count how often it was seen
 * @param time in how much time, or how many others
 */
public record Rate(int count, double time) {

	private static final double Z = 1.96;

	public double value() {
		return this.count / this.time;
	}

	public double low() {
		return (this.count == 0) ? 0 : cube(this.count, -1) / this.time;
	}

	public double high() {
		return cube(this.count + 1.0, 1) / this.time;
	}

	private static double cube(double count, int side) {
		double base = 1 - 1 / (9 * count) + side * Z / (3 * StrictMath.sqrt(count));
		return count * base * base * base;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", value(), low(), high());
	}

}
