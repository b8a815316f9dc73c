package io.zerotrust.samples.client;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in columns.
 */
public final class TextTable {

	private TextTable() {
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
