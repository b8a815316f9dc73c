package io.zerotrust.samples.quickstart.tour;

import java.util.List;
import java.util.stream.Collectors;

import io.zerotrust.samples.client.TextTable;

/**
 * The tour in columns.
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
		return TextTable.of(HEAD, rows.stream().map(Table::cells).toList());
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

}
