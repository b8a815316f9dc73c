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
		Options options = new OptionsBuilder().include(PartBenchmarks.class.getName() + "\\..*")
			.forks(1)
			.jvmArgs("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m")
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.build();
		return table(new Runner(options).run());
	}

	private static String table(Collection<RunResult> results) {
		StringBuilder table = new StringBuilder(
				String.format(Locale.ROOT, "%nParts by themselves%n%-12s %12s %10s %10s%n", "", "ns/op", "+-", "B/op"));
		for (RunResult run : results) {
			Result<?> time = run.getPrimaryResult();
			Result<?> bytes = run.getSecondaryResults().get(BYTES);
			table.append(String.format(Locale.ROOT, "%-12s %12.1f %10.1f %10.0f%n", time.getLabel(), time.getScore(),
					time.getScoreError(), (bytes != null) ? bytes.getScore() : Double.NaN));
		}
		return table.toString();
	}

}
