package io.zerotrust.spring.reference;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PageTests {

	@Test
	void markdownWhenMarkerNamesTablesThenTheyAreJoinedThere() {
		assertThat(page("before\n<!-- table a b -->\nafter\n").markdown())
			.endsWith("before\n| Key |\n|---|\n| one |\n| two |\nafter\n");
	}

	@Test
	void markdownWhenTableHasNoMarkerThenIsPutAtTheEnd() {
		assertThat(page("<!-- table a -->\nafter\n").markdown())
			.endsWith("| one |\nafter\n\n## b\n\n| Key |\n|---|\n| two |\n");
	}

	@Test
	void markdownWhenMarkerNamesUnknownTableThenSaysSo() {
		assertThatIllegalStateException().isThrownBy(() -> page("<!-- table a gone -->").markdown())
			.withMessageContaining("the template of test.md has a marker for gone");
	}

	@Test
	void tableWhenCellHasPipeThenStaysOneCell() {
		Table table = Table.of("Key");
		table.add("a|b");
		assertThat(table.markdown()).endsWith("| a\\|b |");
	}

	private static Page page(String template) {
		Map<String, Table> tables = new LinkedHashMap<>();
		tables.put("a", table("one"));
		tables.put("b", table("two"));
		return new Page("test.md", template, tables);
	}

	private static Table table(String cell) {
		Table table = Table.of("Key");
		table.add(cell);
		return table;
	}

}
