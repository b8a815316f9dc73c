package io.zerotrust.spring.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One table for each group of properties.
 */
final class PropertyTables {

	private final Sources sources;

	private final Map<String, Table> tables = new LinkedHashMap<>();

	PropertyTables(Sources sources) {
		this.sources = sources;
	}

	Map<String, Table> of(List<Property> properties) {
		for (Property property : properties) {
			add(property.group(), property.key(), property.typeName(), property.defaultText(), meaning(property));
		}
		return this.tables;
	}

	/**
	 * Add what is known from metadata alone.
	 */
	void add(String group, Metadata metadata) {
		metadata.properties().forEach((key, property) -> {
			String type = Objects.toString(property.get("type"));
			add(group, key, "`" + type.substring(type.lastIndexOf('.') + 1) + "`",
					"`" + property.get("defaultValue") + "`", metadata.description(key));
		});
	}

	private void add(String group, String key, String type, String defaultValue, String meaning) {
		this.tables.computeIfAbsent(group, (name) -> Table.of("Key", "Type", "Default", "Meaning"))
			.add("`" + key + "`", type, defaultValue, meaning);
	}

	private String meaning(Property property) {
		StringBuilder meaning = new StringBuilder(property.description());
		property.choices(this.sources)
			.forEach((choice, said) -> meaning.append(" `").append(choice).append("`: ").append(said));
		return meaning.toString();
	}

}
