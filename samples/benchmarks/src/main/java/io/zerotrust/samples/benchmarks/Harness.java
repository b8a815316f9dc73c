package io.zerotrust.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/**
 * Measures what a request costs in CPU time and bytes: all scenarios in one process, turn
 * by turn, so that whatever disturbs the machine disturbs them alike.
 */
final class Harness {

	private static final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Harness() {
	}

	/**
	 * Measure scenarios, after half as many rounds that do not count.
	 */
	static Map<Scenario, Series> measure(List<Scenario> scenarios, int rounds, int requests) throws Exception {
		rounds(scenarios, rounds / 2, requests);
		return rounds(scenarios, rounds, requests);
	}

	private static Map<Scenario, Series> rounds(List<Scenario> scenarios, int rounds, int requests) throws Exception {
		Map<Scenario, Series> series = new LinkedHashMap<>();
		scenarios.forEach((scenario) -> series.put(scenario, new Series()));
		for (int round = 0; round < rounds; round++) {
			for (Map.Entry<Scenario, Series> entry : series.entrySet()) {
				measure(entry.getKey(), requests, entry.getValue());
			}
		}
		return series;
	}

	static void measure(Scenario scenario, int requests, Series series) throws Exception {
		long thread = Thread.currentThread().getId();
		long bytes = threads.getThreadAllocatedBytes(thread);
		long nanos = threads.getCurrentThreadCpuTime();
		for (int i = 0; i < requests; i++) {
			series.count(scenario.send());
		}
		series.add((threads.getCurrentThreadCpuTime() - nanos) / 1000.0 / requests,
				(double) (threads.getThreadAllocatedBytes(thread) - bytes) / requests);
	}

}
