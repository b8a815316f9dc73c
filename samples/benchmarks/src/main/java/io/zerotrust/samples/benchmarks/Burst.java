package io.zerotrust.samples.benchmarks;

import java.util.Locale;

/**
 * What one run of wrk saw.
 *
 * @param requests how many requests were answered
 * @param seconds how long it took
 * @param median the latency of half of them, in milliseconds
 * @param tail the latency of 99 % of them, in milliseconds
 * @param failed how many were not answered, or not by 2xx or 3xx
 */
record Burst(long requests, double seconds, double median, double tail, long failed) {

	/**
	 * How a line begins that our script for wrk writes.
	 */
	static final String MARK = "zt-burst";

	/**
	 * Read what wrk wrote.
	 * @param output all it wrote
	 */
	static Burst parse(String output) {
		for (String line : output.lines().toList()) {
			if (line.startsWith(MARK)) {
				String[] cells = line.trim().split(" ");
				return new Burst(Long.parseLong(cells[1]), Double.parseDouble(cells[2]) / 1e6,
						Double.parseDouble(cells[3]) / 1000, Double.parseDouble(cells[4]) / 1000,
						Long.parseLong(cells[5]));
			}
		}
		throw new IllegalStateException(String.format(Locale.ROOT, "wrk said nothing that is known: %s", output));
	}

	double throughput() {
		return this.requests / this.seconds;
	}

}
