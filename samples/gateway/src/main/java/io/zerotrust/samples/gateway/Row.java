package io.zerotrust.samples.gateway;

import java.util.List;
import java.util.Locale;

import io.zerotrust.samples.client.Answer;
import io.zerotrust.samples.client.TextTable;

/**
 * One line of the table.
 *
 * @param stop what was tried
 * @param answer what was answered
 */
record Row(Stop stop, Answer answer) {

	private static final List<String> HEAD = List.of("TRIED", "WAY", "REQUEST", "ANSWER", "BY", "WHY");

	/**
	 * Return who answered: the gateway names itself on what it passes on.
	 */
	String by() {
		return (this.stop.way() == Way.GATEWAY && this.answer.via().isEmpty()) ? "gateway" : "service";
	}

	List<String> cells() {
		return List.of(this.stop.title(), this.stop.way().name().toLowerCase(Locale.ROOT), this.stop.call().line(),
				this.answer.toString(), by(), this.stop.why());
	}

	static String table(List<Row> rows) {
		return TextTable.of(HEAD, rows.stream().map(Row::cells).toList());
	}

}
