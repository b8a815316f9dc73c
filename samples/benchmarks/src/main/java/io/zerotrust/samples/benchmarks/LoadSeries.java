package io.zerotrust.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of one server under load measured.
 */
final class LoadSeries {

	private final List<Burst> bursts = new ArrayList<>();

	private final List<Double> micros = new ArrayList<>();

	/**
	 * Add a round.
	 * @param burst what wrk saw
	 * @param micros the CPU time of one request, in microseconds
	 */
	void add(Burst burst, double micros) {
		this.bursts.add(burst);
		this.micros.add(micros);
	}

	double median(ToDoubleFunction<Burst> figure) {
		return middle(this.bursts.stream().mapToDouble(figure).sorted().toArray());
	}

	double micros() {
		return middle(this.micros.stream().mapToDouble(Double::doubleValue).sorted().toArray());
	}

	private static double middle(double[] sorted) {
		return sorted[sorted.length / 2];
	}

}
