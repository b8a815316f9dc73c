package io.zerotrust.spring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What standards demand, row by row, and the tests that carry the id of a row.
 */
final class Standards {

	private static final Path ROWS = Path.of("src/test/resources/reference/standards.txt");

	private static final Pattern ROW = Pattern
		.compile("(?<id>[A-Z]+\\d+) (?<section>.+?) (?<level>[MSR-]) (?<text>.+?)(?: !(?<elsewhere>.+))?");

	private final List<Requirement> requirements;

	private final Map<String, List<TaggedTest>> tests;

	private Standards(List<Requirement> requirements, Map<String, List<TaggedTest>> tests) {
		this.requirements = requirements;
		this.tests = tests;
	}

	static Standards read() throws IOException {
		List<Requirement> requirements = new ArrayList<>();
		for (String line : Files.readAllLines(ROWS)) {
			Matcher row = ROW.matcher(line);
			if (!row.matches()) {
				throw new IllegalStateException("not a row of " + ROWS + ": " + line);
			}
			String elsewhere = row.group("elsewhere");
			requirements.add(new Requirement(row.group("id"), row.group("section"), row.group("level"),
					row.group("text"), (elsewhere != null) ? elsewhere : ""));
		}
		return new Standards(requirements, TaggedTest.all());
	}

	/**
	 * Return the ids of requirements that must be met here, and that no test carries.
	 */
	List<String> untested() {
		return this.requirements.stream()
			.filter((requirement) -> requirement.level().equals("M") && requirement.elsewhere().isEmpty())
			.map(Requirement::id)
			.filter((id) -> !this.tests.containsKey(id))
			.toList();
	}

	/**
	 * Return the tags of tests that look like ids and are none.
	 */
	Set<String> unknown() {
		Set<String> known = this.requirements.stream().map(Requirement::id).collect(Collectors.toSet());
		return this.tests.keySet()
			.stream()
			.filter((tag) -> tag.matches("[A-Z]+\\d+") && !known.contains(tag))
			.collect(Collectors.toSet());
	}

	Map<String, Table> tables() {
		Map<String, Table> tables = new LinkedHashMap<>();
		List<Requirement> applying = this.requirements.stream()
			.filter((requirement) -> requirement.elsewhere().isEmpty())
			.toList();
		long tested = applying.stream().filter((requirement) -> this.tests.containsKey(requirement.id())).count();
		Table note = Table.of("Requirements", "That concern a resource server", "With tests");
		note.add(Integer.toString(this.requirements.size()), Integer.toString(applying.size()), Long.toString(tested));
		tables.put("note", note);
		for (Requirement requirement : this.requirements) {
			tables
				.computeIfAbsent(requirement.table(),
						(name) -> Table.of("Id", "Section", "Level", "Requirement", "Tests"))
				.add(requirement.id(), requirement.section(), requirement.level(), requirement.text(),
						tests(requirement));
		}
		return tables;
	}

	private String tests(Requirement requirement) {
		if (!requirement.elsewhere().isEmpty()) {
			return "– " + requirement.elsewhere();
		}
		Map<String, Long> byClass = new TreeMap<>(this.tests.getOrDefault(requirement.id(), List.of())
			.stream()
			.collect(Collectors.groupingBy(TaggedTest::link, Collectors.counting())));
		return byClass.isEmpty() ? "none"
				: byClass.entrySet()
					.stream()
					.map((test) -> test.getKey() + ((test.getValue() > 1) ? " (" + test.getValue() + ")" : ""))
					.collect(Collectors.joining(", "));
	}

	/**
	 * A row.
	 *
	 * @param id its id
	 * @param section where the standard has it
	 * @param level how strongly it demands it
	 * @param text what it demands
	 * @param elsewhere why it is not for zt to meet; empty if it is
	 */
	private record Requirement(String id, String section, String level, String text, String elsewhere) {

		String table() {
			return this.id.replaceAll("\\d", "");
		}

	}

}
