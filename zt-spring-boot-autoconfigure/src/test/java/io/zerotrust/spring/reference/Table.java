package io.zerotrust.spring.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in Markdown.
 *
 * @param header the names of the columns
 * @param rows the cells
 */
record Table(List<String> header, List<List<String>> rows) {

	static Table of(String... header) {
		return new Table(List.of(header), new ArrayList<>());
	}

	void add(String... cells) {
		this.rows.add(Arrays.stream(cells).map((cell) -> cell.replace("|", "\\|")).toList());
	}

	Table with(Table other) {
		List<List<String>> rows = new ArrayList<>(this.rows);
		rows.addAll(other.rows);
		return new Table(this.header, rows);
	}

	String markdown() {
		return line(this.header) + "\n" + "|---".repeat(this.header.size()) + "|\n"
				+ this.rows.stream().map(Table::line).collect(Collectors.joining("\n"));
	}

	private static String line(List<String> cells) {
		StringBuilder line = new StringBuilder("|");
		for (String cell : cells) {
			line.append(cell.isEmpty() ? "" : " " + cell).append(" |");
		}
		return line.toString();
	}

}
