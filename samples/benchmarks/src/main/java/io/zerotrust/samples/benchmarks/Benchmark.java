package io.zerotrust.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/**
 * Measures what a whole request costs in CPU time and bytes: all variants in one process,
 * turn by turn, so that whatever disturbs the machine disturbs them alike. Every request
 * carries another token than the one before.
 */
public final class Benchmark {

	private static final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int TOKENS = 1000;

	private final List<Variant> variants;

	private final String[] tokens;

	private int next;

	Benchmark(List<Variant> variants) {
		this.variants = variants;
		this.tokens = new String[TOKENS];
		for (int i = 0; i < TOKENS; i++) {
			this.tokens[i] = Tokens.mint(Instant.now());
		}
	}

	/**
	 * Run the benchmark.
	 * @param args number of rounds and requests a round, 60 and 1000 if not given
	 * @throws Exception if a request fails
	 */
	public static void main(String[] args) throws Exception {
		int rounds = (args.length > 0) ? Integer.parseInt(args[0]) : 60;
		int requests = (args.length > 1) ? Integer.parseInt(args[1]) : 1000;
		try (Variant permit = Variant.start("permitAll", false, PermitApplication.class);
				Variant plain = Variant.start("resource server", false, PlainApplication.class);
				Variant zt = Variant.start("zt", true, ZtApplication.class)) {
			Benchmark benchmark = new Benchmark(List.of(permit, plain, zt));
			benchmark.measure(rounds / 2, requests);
			System.out.print(table(benchmark.measure(rounds, requests), plain));
		}
	}

	Map<Variant, Series> measure(int rounds, int requests) throws Exception {
		Map<Variant, Series> series = new LinkedHashMap<>();
		this.variants.forEach((variant) -> series.put(variant, new Series()));
		for (int round = 0; round < rounds; round++) {
			for (Map.Entry<Variant, Series> entry : series.entrySet()) {
				measure(entry.getKey(), requests, entry.getValue());
			}
		}
		return series;
	}

	private void measure(Variant variant, int requests, Series series) throws Exception {
		long thread = Thread.currentThread().getId();
		long bytes = threads.getThreadAllocatedBytes(thread);
		long nanos = threads.getCurrentThreadCpuTime();
		for (int i = 0; i < requests; i++) {
			this.next = (this.next + 1) % TOKENS;
			int status = variant.send(this.tokens[this.next]);
			if (status != 200) {
				throw new IllegalStateException(variant.name() + " answered " + status);
			}
		}
		series.add((threads.getCurrentThreadCpuTime() - nanos) / 1000.0 / requests,
				(double) (threads.getThreadAllocatedBytes(thread) - bytes) / requests);
	}

	static String table(Map<Variant, Series> series, Variant baseline) {
		Series base = series.get(baseline);
		if (base == null) {
			throw new IllegalArgumentException("the baseline was not measured: " + baseline.name());
		}
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%n%-18s %10s %17s %10s %8s %8s%n",
				"variant", "CPU us", "p25 to p75", "B/request", "x CPU", "x bytes"));
		series.forEach((variant,
				measured) -> table.append(String.format(Locale.ROOT, "%-18s %10.1f %8.1f-%8.1f %10.0f %8.3f %8.3f%n",
						variant.name(), measured.micros(0.5), measured.micros(0.25), measured.micros(0.75),
						measured.bytes(), measured.micros(0.5) / base.micros(0.5), measured.bytes() / base.bytes())));
		return table.toString();
	}

}
