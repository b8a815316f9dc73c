package io.zerotrust.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rounds of a scenario measured, per request.
 */
final class Series {

	private final List<Double> micros = new ArrayList<>();

	private final List<Double> bytes = new ArrayList<>();

	private final int[] statuses = new int[600];

	void add(double micros, double bytes) {
		this.micros.add(micros);
		this.bytes.add(bytes);
	}

	void count(int status) {
		this.statuses[status]++;
	}

	double micros(double quantile) {
		return quantile(this.micros, quantile);
	}

	double bytes() {
		return quantile(this.bytes, 0.5);
	}

	/**
	 * Return how often each status was answered.
	 */
	Map<Integer, Integer> statuses() {
		Map<Integer, Integer> statuses = new TreeMap<>();
		for (int status = 0; status < this.statuses.length; status++) {
			if (this.statuses[status] > 0) {
				statuses.put(status, this.statuses[status]);
			}
		}
		return statuses;
	}

	private static double quantile(List<Double> values, double quantile) {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return sorted.get((int) Math.round(quantile * (sorted.size() - 1)));
	}

}
