package io.zerotrust.samples.benchmarks.risk;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures learned risk.
 */
public final class Risk {

	private static final String BYTES = "gc.alloc.rate.norm";

	private static final int ROUNDS = 8;

	private Risk() {
	}

	/**
	 * Make the population, then measure.
	 * @param principals how many have a history
	 * @param rounds how long: an eighth of it in seconds for each figure, and again to
	 * warm up; each once and for a moment if 0
	 * @return the tables
	 * @throws RunnerException if a benchmark fails
	 */
	public static String measure(int principals, int rounds) throws RunnerException {
		long began = System.nanoTime();
		Population population = new Population(principals);
		long before = used();
		population.live();
		long after = used();
		String footprint = Footprint.of(population, after - before, (System.nanoTime() - began) / 1_000_000);
		RiskBenchmarks.population = population;
		try {
			return table(run(rounds)) + footprint + Flood.on(population);
		}
		finally {
			RiskBenchmarks.population = null;
		}
	}

	/**
	 * Return how much of the heap is in use after a collection.
	 */
	static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * Run in this process: the population is made once for all.
	 */
	private static Collection<RunResult> run(int rounds) throws RunnerException {
		TimeValue time = (rounds > 0) ? TimeValue.seconds(1) : TimeValue.milliseconds(50);
		int iterations = Math.max(1, rounds / ROUNDS);
		ChainedOptionsBuilder options = new OptionsBuilder().include(RiskBenchmarks.class.getName() + "\\..*")
			.forks(0)
			.threads(1)
			.warmupIterations(iterations)
			.warmupTime(time)
			.measurementIterations(iterations)
			.measurementTime(time)
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
		return new Runner(options.build()).run();
	}

	private static String table(Collection<RunResult> results) {
		Map<String, Row> rows = new TreeMap<>();
		for (RunResult run : results) {
			String name = name(run);
			Row row = rows.computeIfAbsent(name, (each) -> new Row());
			Result<?> time = run.getPrimaryResult();
			Result<?> bytes = run.getSecondaryResults().get(BYTES);
			if (run.getParams().getMode() == Mode.SampleTime) {
				row.sampled = time.getStatistics();
			}
			else {
				row.mean = time.getScore();
				row.bytes = (bytes != null) ? bytes.getScore() : Double.NaN;
			}
		}
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%n%-32s %8s %8s %8s %8s %8s %8s%n",
				"Learned risk, ns", "mean", "p50", "p90", "p99", "p99.9", "B/op"));
		rows.forEach((name,
				row) -> table.append(String.format(Locale.ROOT, "%-32s %8.0f %8.0f %8.0f %8.0f %8.0f %8.0f%n", name,
						row.mean, row.sampled.getPercentile(50), row.sampled.getPercentile(90),
						row.sampled.getPercentile(99), row.sampled.getPercentile(99.9), row.bytes)));
		return table.toString();
	}

	private static String name(RunResult run) {
		String method = run.getParams().getBenchmark();
		String name = switch (method.substring(method.lastIndexOf('.') + 1)) {
			case "request" -> "the request itself";
			case "score" -> "score";
			case "scoreAndLearn" -> "score + learn";
			default -> "check + learn";
		};
		return run.getParams().getParam("callers") + ", " + run.getParams().getParam("about") + ": " + name;
	}

	/**
	 * What was measured of one benchmark in both modes.
	 */
	private static final class Row {

		private Statistics sampled = new ListStatistics();

		private double mean;

		private double bytes;

	}

}
