package io.zerotrust.samples.quickstart.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text in columns.
 */
public final class Table {

	private static final List<String> HEAD = List.of("TRIED", "REQUEST", "ZT", "PLAIN SPRING", "WHY");

	private Table() {
	}

	/**
	 * Return the rows as aligned text.
	 * @param rows the rows
	 * @return lines
	 */
	public static String of(List<Row> rows) {
		return of(HEAD, rows.stream().map(Table::cells).toList());
	}

	/**
	 * Return cells as aligned text.
	 * @param head what stands above the columns
	 * @param rows the cells of each row
	 * @return lines
	 */
	public static String of(List<String> head, List<List<String>> rows) {
		List<List<String>> lines = new ArrayList<>();
		lines.add(head);
		lines.addAll(rows);
		StringBuilder text = new StringBuilder();
		lines.forEach((line) -> append(line, lines, text));
		return text.toString();
	}

	/**
	 * Return the challenges that ask for a stronger login.
	 * @param rows the rows
	 * @return lines
	 */
	public static String challenges(List<Row> rows) {
		return rows.stream()
			.filter((row) -> row.zt().challenge().contains("acr_values"))
			.map((row) -> row.title() + ":\n  WWW-Authenticate: " + row.zt().challenge() + "\n")
			.collect(Collectors.joining());
	}

	private static List<String> cells(Row row) {
		return List.of(row.title(), row.request(), row.zt().toString(), Integer.toString(row.plain().status()),
				row.why());
	}

	private static void append(List<String> line, List<List<String>> lines, StringBuilder text) {
		for (int column = 0; column < line.size() - 1; column++) {
			String cell = line.get(column);
			text.append(cell).append(" ".repeat(width(column, lines) - cell.length() + 2));
		}
		text.append(line.get(line.size() - 1)).append('\n');
	}

	private static int width(int column, List<List<String>> lines) {
		return lines.stream().mapToInt((line) -> line.get(column).length()).max().orElse(0);
	}

}
