package io.zerotrust.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

import io.zerotrust.samples.benchmarks.application.Server;
import io.zerotrust.samples.benchmarks.application.Servers;
import io.zerotrust.samples.benchmarks.application.Stack;

/**
 * Servers on real ports under load, one after the other in each round, so that whatever
 * disturbs the machine disturbs them alike. All are in this process, which is otherwise
 * idle: its CPU time is that of the server under load.
 */
final class Load {

	/**
	 * How many rounds there are for one of a measurement in process.
	 */
	private static final int SHARE = 8;

	private static final int WARM_UP = 2;

	private static final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private Load() {
	}

	static String measure(Plan plan) throws Exception {
		if (!Wrk.isInstalled("wrk")) {
			return System.lineSeparator() + Wrk.MISSING + System.lineSeparator();
		}
		Wrk wrk = Wrk.with(Calls.validTokens());
		StringBuilder tables = new StringBuilder();
		Map<Stack, List<Server>> servers = new LinkedHashMap<>();
		try {
			for (Stack stack : Stack.values()) {
				servers.put(stack, Servers.start(stack));
			}
			Map<Server, LoadSeries> series = new LinkedHashMap<>();
			rounds(servers, WARM_UP, plan.seconds(), wrk, new LinkedHashMap<>());
			rounds(servers, Math.max(1, plan.rounds() / SHARE), plan.seconds(), wrk, series);
			servers.forEach((stack, theirs) -> tables.append(LoadTable.of(stack, theirs, series)));
		}
		finally {
			servers.values().forEach((theirs) -> theirs.forEach(Server::close));
		}
		return tables.toString();
	}

	private static void rounds(Map<Stack, List<Server>> servers, int rounds, int seconds, Wrk wrk,
			Map<Server, LoadSeries> series) throws Exception {
		List<Server> all = new ArrayList<>();
		servers.values().forEach(all::addAll);
		for (int round = 0; round < rounds; round++) {
			for (Server server : all) {
				long nanos = system.getProcessCpuTime();
				Burst burst = wrk.run(server.endpoint(), seconds);
				if (burst.failed() > 0) {
					throw new IllegalStateException(server.name() + " failed " + burst.failed() + " times");
				}
				series.computeIfAbsent(server, (key) -> new LoadSeries())
					.add(burst, (system.getProcessCpuTime() - nanos) / 1000.0 / burst.requests());
			}
		}
	}

}
