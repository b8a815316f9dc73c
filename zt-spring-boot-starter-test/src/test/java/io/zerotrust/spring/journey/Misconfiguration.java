package io.zerotrust.spring.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the table of misconfigurations: a block of lines, each with a word that says
 * what stands behind it.
 *
 * @param given properties
 * @param beans the configuration class beside an application without handlers; empty if
 * there is none
 * @param says what zt says is wrong, or warns of
 * @param write what zt says to write instead; empty for a warning
 * @param observed what becomes of it in observe mode: it warns, stops or is silent
 */
record Misconfiguration(List<String> given, String beans, String says, String write, String observed) {

	static List<Misconfiguration> read(String topic) {
		List<Misconfiguration> rows = new ArrayList<>();
		for (String block : text("/misconfigurations/" + topic + ".txt").strip().split("\n\n")) {
			rows.add(row(block));
		}
		return rows;
	}

	private static Misconfiguration row(String block) {
		List<String> given = new ArrayList<>();
		Map<String, String> said = new TreeMap<>();
		for (String line : block.split("\n")) {
			int space = line.indexOf(' ');
			String word = line.substring(0, space);
			String text = line.substring(space).strip();
			if (word.equals("given")) {
				given.add(text);
			}
			else if (!List.of("beans", "when", "says", "write", "warns", "observed").contains(word)
					|| said.put(word, text) != null) {
				throw new IllegalStateException("cannot read the line: " + line);
			}
		}
		String says = said.getOrDefault("says", said.getOrDefault("warns", ""));
		return new Misconfiguration(given, said.getOrDefault("beans", ""), says, said.getOrDefault("write", ""),
				said.getOrDefault("observed", "warns"));
	}

	private static String text(String resource) {
		try (InputStream in = Misconfiguration.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException("no such resource: " + resource);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return (this.beans + " " + this.given).strip();
	}

}
