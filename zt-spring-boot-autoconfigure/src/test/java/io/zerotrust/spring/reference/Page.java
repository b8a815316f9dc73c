package io.zerotrust.spring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document of the reference: prose by hand with a marker line
 * <code>&lt;!-- table name other-name --&gt;</code> where tables go. A table without a
 * marker is put at the end under its name, so nothing new is left out.
 *
 * @param name the name of the file
 * @param template the prose with its markers
 * @param tables the tables by name
 */
record Page(String name, String template, Map<String, Table> tables) {

	static final String COMMAND = "./mvnw -q -pl zt-spring-boot-autoconfigure -am test -Dtest=ReferenceTests "
			+ "-Dsurefire.failIfNoSpecifiedTests=false -Dzt.reference=write";

	private static final Path TEMPLATES = Path.of("src/test/resources/reference");

	private static final Path DOCUMENTS = Path.of("../docs/reference");

	private static final String START = "<!-- table ";

	private static final String END = " -->";

	static Page of(String name, Map<String, Table> tables) throws IOException {
		return new Page(name, Files.readString(TEMPLATES.resolve(name)), tables);
	}

	Path file() {
		return DOCUMENTS.resolve(this.name);
	}

	String markdown() {
		Map<String, Table> unplaced = new LinkedHashMap<>(this.tables);
		List<String> lines = new ArrayList<>();
		lines.add("<!-- Written by ReferenceTests from the code and zt-spring-boot-autoconfigure/" + TEMPLATES + "/"
				+ this.name + ". -->");
		for (String line : this.template.strip().split("\n")) {
			lines.add(line.startsWith(START) ? table(names(line), unplaced).markdown() : line);
		}
		unplaced.forEach((name, table) -> lines.add("\n## " + name + "\n\n" + table.markdown()));
		return String.join("\n", lines) + "\n";
	}

	private static String[] names(String line) {
		return line.substring(START.length(), line.length() - END.length()).split(" ");
	}

	private Table table(String[] names, Map<String, Table> unplaced) {
		Table joined = null;
		for (String name : names) {
			Table table = unplaced.remove(name);
			if (table == null) {
				throw new IllegalStateException("the template of " + this.name + " has a marker for " + name
						+ ", which the code does not know (any more) or which has a marker already");
			}
			joined = (joined != null) ? joined.with(table) : table;
		}
		if (joined == null) {
			throw new IllegalStateException("the template of " + this.name + " has a marker without a name");
		}
		return joined;
	}

}
