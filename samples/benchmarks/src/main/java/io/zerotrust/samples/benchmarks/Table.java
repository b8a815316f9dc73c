package io.zerotrust.samples.benchmarks;

import java.util.Locale;
import java.util.Map;

/**
 * The figures of scenarios beside those of one of them.
 */
final class Table {

	private Table() {
	}

	/**
	 * Write a table.
	 * @param title what is measured
	 * @param series what was measured
	 * @param baseline the name of the scenario that counts 1
	 */
	static String of(String title, Map<Scenario, Series> series, String baseline) {
		Series base = find(series, baseline);
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%n%s%n%-42s %9s %17s %10s %7s %7s  %s%n",
				title, "", "CPU us", "p25 to p75", "B/request", "x CPU", "x bytes", "status"));
		series.forEach((scenario,
				measured) -> table.append(String.format(Locale.ROOT, "%-42s %9.1f %8.1f-%8.1f %10.0f %7.3f %7.3f  %s%n",
						scenario.name(), measured.micros(0.5), measured.micros(0.25), measured.micros(0.75),
						measured.bytes(), measured.micros(0.5) / base.micros(0.5), measured.bytes() / base.bytes(),
						measured.statuses().keySet())));
		return table.toString();
	}

	static Series find(Map<Scenario, Series> series, String name) {
		for (Map.Entry<Scenario, Series> entry : series.entrySet()) {
			if (entry.getKey().name().equals(name)) {
				return entry.getValue();
			}
		}
		throw new IllegalArgumentException("was not measured: " + name);
	}

}
