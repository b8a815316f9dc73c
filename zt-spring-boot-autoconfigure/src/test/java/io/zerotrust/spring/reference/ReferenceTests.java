package io.zerotrust.spring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.zerotrust.spring.observe.MeterCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documents of the reference say what the code says. With {@code zt.reference=write}
 * they are written anew.
 */
class ReferenceTests {

	private static final boolean WRITE = "write".equals(System.getProperty("zt.reference"));

	private static final Sources SOURCES = Sources.read();

	@Test
	void propertiesWhenReadFromCodeThenAreDocumented() throws IOException, ParseException {
		PropertyTables properties = new PropertyTables(SOURCES);
		properties.add("zt.test", Metadata.read(Metadata.TEST_KIT));
		Map<String, Table> tables = properties.of(Properties.read(SOURCES));
		tables.put("gates", Gates.read().table());
		verify(Page.of("properties.md", tables));
	}

	@Test
	void codesWhenReadFromCodeThenAreDocumented() throws IOException {
		verify(Page.of("reason-codes.md", new CodeTables(SaidCodes.read()).tables()));
	}

	@Test
	void annotationsWhenReadFromCodeThenAreDocumented() throws IOException {
		verify(Page.of("annotations.md", new AnnotationTables(SOURCES).tables()));
	}

	@Test
	void misconfigurationsWhenReadFromTheTablesOfTheJourneysThenAreDocumented() throws IOException {
		verify(Page.of("misconfigurations.md", Misconfigurations.tables()));
	}

	@Test
	void metersWhenReadFromTheCatalogueThenAreDocumented() throws IOException {
		verify(Page.of("metrics.md", MeterTables.of(MeterCatalogue.all())));
	}

	@Test
	void standardsWhenReadFromTheTagsOfTestsThenAreDocumented() throws IOException {
		Standards standards = Standards.read();
		assertThat(standards.unknown()).as("tags of tests that no row has").isEmpty();
		assertThat(standards.untested()).as("requirements without a test").isEmpty();
		verify(Page.of("standards.md", standards.tables()));
	}

	private static void verify(Page page) throws IOException {
		assertThat(page.tables().values()).flatExtracting(Table::rows)
			.as("rows of %s that say nothing: document them in the code", page.name())
			.noneMatch((row) -> row.get(row.size() - 1).isBlank());
		if (WRITE) {
			Files.writeString(page.file(), page.markdown());
		}
		assertThat(Files.readString(page.file()))
			.as("%s is not what the code says; write it anew with %n%s%n", page.file(), Page.COMMAND)
			.isEqualTo(page.markdown());
	}

}
