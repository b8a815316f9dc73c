package io.zerotrust.samples.benchmarks.profile;

import java.util.List;
import java.util.Locale;

/**
 * Profiles side by side, place by place.
 */
public final class Places {

	private Places() {
	}

	/**
	 * Write a table.
	 * @param workloads the profiles
	 * @return the table
	 */
	public static String table(List<Workload> workloads) {
		StringBuilder table = new StringBuilder(row("Where the time and the bytes of a request go"));
		workloads.forEach((workload) -> table.append(String.format(Locale.ROOT, " | %31s", workload.name())));
		table.append(System.lineSeparator()).append(row(""));
		workloads.forEach(
				(workload) -> table.append(String.format(Locale.ROOT, " | %8s %6s %8s %6s", "CPU us", "%", "B", "%")));
		for (Place place : Place.values()) {
			table.append(System.lineSeparator()).append(row(place.title()));
			for (Workload workload : workloads) {
				table.append(String.format(Locale.ROOT, " | %8.1f %6.1f %8.0f %6.1f", workload.micros(place),
						100 * workload.profile().timeShare(place), workload.bytes(place),
						100 * workload.profile().byteShare(place)));
			}
		}
		table.append(System.lineSeparator()).append(row("sum, samples"));
		workloads.forEach((workload) -> table.append(String.format(Locale.ROOT, " | %8.1f %6d %8.0f %6s",
				workload.micros(), workload.profile().samples(), workload.bytes(), "")));
		return table.append(System.lineSeparator()).toString();
	}

	private static String row(String title) {
		return String.format(Locale.ROOT, "%-44s", title);
	}

}
