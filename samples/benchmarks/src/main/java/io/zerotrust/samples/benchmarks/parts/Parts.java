package io.zerotrust.samples.benchmarks.parts;

import java.util.Collection;
import java.util.Locale;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the parts, each in a process of its own.
 */
public final class Parts {

	private static final String BYTES = "gc.alloc.rate.norm";

	private Parts() {
	}

	/**
	 * Run all parts.
	 * @return the table
	 * @throws RunnerException if one of them fails
	 */
	public static String measure() throws RunnerException {
		return table("Parts by themselves", run(PartBenchmarks.class), "decoder");
	}

	/**
	 * Run what is about tokens.
	 * @return the table
	 * @throws RunnerException if one of them fails
	 */
	public static String measureTokens() throws RunnerException {
		return table("Tokens", run(TokenBenchmarks.class), "plainRs256");
	}

	private static Collection<RunResult> run(Class<?> benchmarks) throws RunnerException {
		Options options = new OptionsBuilder().include(benchmarks.getName() + "\\..*")
			.forks(1)
			.jvmArgs("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m")
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.build();
		return new Runner(options).run();
	}

	private static String table(String title, Collection<RunResult> results, String baseline) {
		double base = results.stream()
			.filter((run) -> run.getPrimaryResult().getLabel().equals(baseline))
			.mapToDouble((run) -> run.getPrimaryResult().getScore())
			.findFirst()
			.orElse(Double.NaN);
		StringBuilder table = new StringBuilder(
				String.format(Locale.ROOT, "%n%s%n%-20s %12s %10s %10s %8s%n", title, "", "ns/op", "+-", "B/op", "x"));
		for (RunResult run : results) {
			Result<?> time = run.getPrimaryResult();
			Result<?> bytes = run.getSecondaryResults().get(BYTES);
			table.append(String.format(Locale.ROOT, "%-20s %12.1f %10.1f %10.0f %8.3f%n", time.getLabel(),
					time.getScore(), time.getScoreError(), (bytes != null) ? bytes.getScore() : Double.NaN,
					time.getScore() / base));
		}
		return table.toString();
	}

}
