package io.zerotrust.spring.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.zerotrust.check.Check;
import io.zerotrust.decision.ReasonCode;
import io.zerotrust.decision.ReasonCodes;

/**
 * One table for each room of codes.
 */
final class CodeTables {

	private final SaidCodes said;

	CodeTables(SaidCodes said) {
		this.said = said;
	}

	Map<String, Table> tables() {
		Map<String, Table> tables = new LinkedHashMap<>();
		for (ReasonCode code : ReasonCodes.all()) {
			Set<Class<?>> sayers = this.said.sayers().getOrDefault(code.code(), Set.of());
			tables.computeIfAbsent(code.room(), (room) -> Table.of("Code", "Status", "Said by", "What to do"))
				.add("`" + code.code() + "`", (code.status() != 0) ? Integer.toString(code.status()) : "–",
						sayers.stream().map(this::name).distinct().collect(Collectors.joining(", ")), code.remedy());
		}
		return tables;
	}

	private String name(Class<?> sayer) {
		if (sayer.getPackage() == Check.class.getPackage()) {
			return "the pipeline";
		}
		return this.said.checks()
			.entrySet()
			.stream()
			.filter((check) -> check.getValue() == sayer)
			.map((check) -> "check `" + check.getKey() + "`")
			.findFirst()
			.orElse("`" + sayer.getSimpleName() + "`");
	}

}
