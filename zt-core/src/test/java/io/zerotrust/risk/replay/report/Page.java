package io.zerotrust.risk.replay.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report: prose from a template, with tables where it has markers.
 */
public final class Page {

	private static final Path TEMPLATE = Path.of("src/test/resources/risk-benchmark/risk-benchmark.md");

	private static final String START = "<!-- table ";

	private static final String END = " -->";

	private Page() {
	}

	/**
	 * Fill the template.
	 * @param tables the tables by name
	 * @return the report
	 * @throws IOException if the template cannot be read
	 * @throws IllegalStateException if a marker names no table, or no marker a table
	 */
	public static String fill(Map<String, String> tables) throws IOException {
		Map<String, String> unplaced = new LinkedHashMap<>(tables);
		StringBuilder page = new StringBuilder(
				"<!-- Written by RiskBenchmarkTests from zt-core/" + TEMPLATE + " and what it measured. -->\n");
		for (String line : Files.readAllLines(TEMPLATE)) {
			page.append(line.startsWith(START) ? table(line, unplaced).strip() : line).append('\n');
		}
		if (!unplaced.isEmpty()) {
			throw new IllegalStateException("the template has no marker for " + unplaced.keySet());
		}
		return page.toString();
	}

	private static String table(String line, Map<String, String> unplaced) {
		String table = unplaced.remove(line.substring(START.length(), line.length() - END.length()));
		if (table == null) {
			throw new IllegalStateException("nobody knows " + line);
		}
		return table;
	}

}
