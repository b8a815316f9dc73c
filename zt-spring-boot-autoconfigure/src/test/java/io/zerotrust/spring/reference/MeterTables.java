package io.zerotrust.spring.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.zerotrust.spring.observe.MeterDescription;

/**
 * One table of all meters, and one of the tags of each.
 */
final class MeterTables {

	private MeterTables() {
	}

	static Map<String, Table> of(List<MeterDescription> meters) {
		Map<String, Table> tables = new LinkedHashMap<>();
		Table all = Table.of("Name", "Type", "Unit", "Meaning");
		tables.put("meters", all);
		for (MeterDescription meter : meters) {
			all.add("`" + meter.name() + "`", meter.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
					meter.unit(), meter.meaning());
			Table tags = Table.of("Tag", "Values");
			meter.tags().forEach((tag) -> tags.add("`" + tag.name() + "`", tag.values()));
			tables.put(meter.name(), tags);
		}
		return tables;
	}

}
