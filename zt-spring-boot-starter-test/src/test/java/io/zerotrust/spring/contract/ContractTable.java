package io.zerotrust.spring.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The contract: {@code contract/*.txt}, one file for each application. The head of
 * {@code contract/api.txt} says how to read it.
 */
final class ContractTable {

	private static final List<String> VARIANTS = List.of("api", "chains", "ports", "tls", "observe");

	private static final Map<String, List<Row>> ROWS = new TreeMap<>();

	private static final Map<String, List<String>> SETTINGS = new TreeMap<>();

	static {
		for (String variant : VARIANTS) {
			read(variant);
		}
	}

	private ContractTable() {
	}

	/**
	 * Return all rows, those of one application side by side.
	 */
	static List<Row> rows() {
		return VARIANTS.stream().flatMap((variant) -> ROWS.getOrDefault(variant, List.of()).stream()).toList();
	}

	/**
	 * Return the properties an application is started with.
	 */
	static List<String> properties(String variant, Stack stack) {
		List<String> properties = new ArrayList<>();
		for (String setting : SETTINGS.getOrDefault(variant, List.of())) {
			String[] parts = setting.split(" ", 2);
			if (parts[0].equals("@") || parts[0].equals("@" + stack)) {
				properties.add(parts[1].strip());
			}
		}
		return properties;
	}

	private static void read(String variant) {
		String topic = "";
		for (String line : text(variant).split("\n")) {
			if (line.startsWith("== ")) {
				topic = line.substring(3).strip();
			}
			else if (line.startsWith("@")) {
				SETTINGS.computeIfAbsent(variant, (key) -> new ArrayList<>()).add(line);
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				ROWS.computeIfAbsent(variant, (key) -> new ArrayList<>()).add(Row.parse(variant, topic, line));
			}
		}
	}

	private static String text(String variant) {
		try (InputStream in = ContractTable.class.getResourceAsStream("/contract/" + variant + ".txt")) {
			return new String(Objects.requireNonNull(in, variant).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
