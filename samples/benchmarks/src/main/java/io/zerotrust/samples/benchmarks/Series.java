package io.zerotrust.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the rounds of a variant measured, per request.
 */
final class Series {

	private final List<Double> micros = new ArrayList<>();

	private final List<Double> bytes = new ArrayList<>();

	void add(double micros, double bytes) {
		this.micros.add(micros);
		this.bytes.add(bytes);
	}

	double micros(double quantile) {
		return quantile(this.micros, quantile);
	}

	double bytes() {
		return quantile(this.bytes, 0.5);
	}

	private static double quantile(List<Double> values, double quantile) {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return sorted.get((int) Math.round(quantile * (sorted.size() - 1)));
	}

}
