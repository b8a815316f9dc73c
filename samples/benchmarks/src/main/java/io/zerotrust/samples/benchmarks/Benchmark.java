package io.zerotrust.samples.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Prints what requests cost, where that goes, and what the parts of zt cost by
 * themselves.
 */
public final class Benchmark {

	private Benchmark() {
	}

	/**
	 * Run the benchmark.
	 * @param args what to measure, everything in process if not given: {@code requests},
	 * {@code flood}, {@code profile}, {@code parts}, {@code tokens}, {@code risk};
	 * {@code load} over the wire; {@code rounds=40}, {@code requests=1000},
	 * {@code seconds=3}, {@code principals=100000}
	 * @throws Exception if a request is not answered as it should be
	 */
	public static void main(String[] args) throws Exception {
		Plan plan = Plan.parse(List.of(args));
		System.out.printf(Locale.ROOT, "%nJDK %s, %d processors, %s%n", Runtime.version(),
				Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch"));
		for (Measurement measurement : plan.measurements()) {
			System.out.print(measurement.run(plan));
		}
	}

}
