package io.zerotrust.spring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of misconfigurations, as the journeys start them.
 */
final class Misconfigurations {

	private static final Path TABLES = Path.of("../zt-spring-boot-starter-test/src/test/resources/misconfigurations");

	private Misconfigurations() {
	}

	/**
	 * Read a table for each topic.
	 */
	static Map<String, Table> tables() throws IOException {
		Map<String, Table> tables = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(TABLES)) {
			for (Path file : new TreeSet<>(files.toList())) {
				tables.put(file.getFileName().toString().replace(".txt", ""), table(Files.readString(file)));
			}
		}
		return tables;
	}

	private static Table table(String text) {
		boolean warnings = text.contains("\nwarns ");
		Table table = warnings ? Table.of("Given", "The report says")
				: Table.of("Given", "zt says", "What to write instead");
		for (String block : text.strip().split("\n\n")) {
			Map<String, List<String>> said = new LinkedHashMap<>();
			for (String line : block.split("\n")) {
				int space = line.indexOf(' ');
				said.computeIfAbsent(line.substring(0, space), (word) -> new ArrayList<>())
					.add(line.substring(space).strip());
			}
			String given = given(said);
			if (warnings) {
				table.add(given, text(said, "warns"));
			}
			else {
				table.add(given, text(said, "says"), text(said, "write"));
			}
		}
		return table;
	}

	private static String given(Map<String, List<String>> said) {
		if (said.containsKey("when")) {
			return text(said, "when");
		}
		return said.getOrDefault("given", List.of())
			.stream()
			.map((property) -> property.startsWith("!") ? "`" + property.substring(1) + "` not set"
					: "`" + property + "`")
			.collect(Collectors.joining(", "));
	}

	/**
	 * Patterns and placeholders are no Markdown.
	 */
	private static String text(Map<String, List<String>> said, String word) {
		String text = said.getOrDefault(word, List.of("")).get(0);
		return word.equals("when") ? text : text.replace("*", "\\*").replace("<", "&lt;");
	}

}
