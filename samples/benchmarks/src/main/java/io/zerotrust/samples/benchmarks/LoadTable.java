package io.zerotrust.samples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.zerotrust.samples.benchmarks.application.Server;
import io.zerotrust.samples.benchmarks.application.Servers;
import io.zerotrust.samples.benchmarks.application.Stack;

/**
 * The figures of servers under load beside those of the plain resource server of their
 * stack.
 */
final class LoadTable {

	private LoadTable() {
	}

	static String of(Stack stack, List<Server> servers, Map<Server, LoadSeries> series) {
		LoadSeries base = servers.stream()
			.filter((server) -> server.name().equals(Servers.PLAIN))
			.map(series::get)
			.findFirst()
			.orElseThrow();
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%n%-42s %9s %8s %8s %9s %8s %7s%n",
				"Load, " + stack, "req/s", "p50 ms", "p99 ms", "CPU us", "x req/s", "x CPU"));
		for (Server server : servers) {
			LoadSeries measured = series.getOrDefault(server, base);
			double throughput = measured.median(Burst::throughput);
			table.append(String.format(Locale.ROOT, "%-42s %9.0f %8.2f %8.2f %9.1f %8.3f %7.3f%n", server.name(),
					throughput, measured.median(Burst::median), measured.median(Burst::tail), measured.micros(),
					throughput / base.median(Burst::throughput), measured.micros() / base.micros()));
		}
		return table.toString();
	}

}
