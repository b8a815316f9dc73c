package io.zerotrust.spring.reference;

import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What editors are told about the properties of zt.
 */
class MetadataTests {

	private static final List<String> PLAIN = List.of("boolean", "int", "long", "double", "java.lang.Boolean",
			"java.lang.Integer", "java.lang.Long", "java.lang.Double", "java.time.Duration");

	private static final Sources SOURCES = Sources.read();

	private static final List<Property> PROPERTIES = Properties.read(SOURCES);

	private final Metadata generated = Metadata.read(Metadata.GENERATED);

	private final Metadata hints = Metadata.read(Metadata.HINTS);

	MetadataTests() throws IOException, ParseException {
	}

	@Test
	void propertyWhenThereThenIsDescribedInPlainSentences() {
		assertThat(PROPERTIES).hasSizeGreaterThan(15);
		assertThat(keys((property) -> !isPlainSentence(property.description())))
			.as("properties whose @param does not say what they mean, has Javadoc tags or no period at the end")
			.isEmpty();
	}

	private static boolean isPlainSentence(String text) {
		return text.endsWith(".") && !text.contains("{@") && !text.contains("`");
	}

	private static List<String> keys(Predicate<Property> filter) {
		return PROPERTIES.stream().filter(filter).map(Property::key).toList();
	}

	@Test
	void propertyWhenNotInsideListOrMapThenIsInTheMetadataToo() {
		List<Property> flat = PROPERTIES.stream().filter((property) -> !property.key().contains("[")).toList();
		assertThat(this.generated.properties().keySet())
			.as("a nested record of another file needs @NestedConfigurationProperty")
			.containsAll(flat.stream().map(Property::key).toList());
		for (Property property : flat) {
			assertThat(this.generated.description(property.key())).as(property.key()).isEqualTo(property.description());
		}
	}

	@Test
	void metadataWhenGeneratedThenSaysNothingTheReferenceDoesNot() {
		for (String key : this.generated.properties().keySet()) {
			// of every Actuator endpoint Spring Boot reads how much access there is to it
			if (key.startsWith("management.endpoint.")) {
				continue;
			}
			assertThat(PROPERTIES).as("%s is in the metadata", key)
				.anyMatch((property) -> property.key().equals(key) || property.key().startsWith(key + "["));
		}
	}

	@Test
	void propertyWhenItTakesTextThenHasHint() {
		assertThat(keys((property) -> takesText(property) && !hasHint(property.key())))
			.as("properties that take text: add values, or examples and the provider any, to %s", Metadata.HINTS)
			.isEmpty();
	}

	private static boolean takesText(Property property) {
		boolean plain = PLAIN.contains(property.type().getTypeName());
		// there are no hints for what is inside lists and maps of records
		return !plain && !property.key().contains("[") && property.choices(SOURCES).isEmpty();
	}

	private boolean hasHint(String key) {
		return Stream.of("", ".keys", ".values").anyMatch((end) -> this.hints.hints().containsKey(key + end));
	}

	@Test
	void hintWhenThereThenIsAboutPropertyAndLeavesExamplesOpen() {
		for (String name : this.hints.hints().keySet()) {
			String key = name.replaceFirst("\\.(keys|values)$", "");
			assertThat(this.generated.properties()).as("hint %s", name).containsKey(key);
			boolean closed = PROPERTIES.stream()
				.anyMatch((property) -> property.key().equals(key) && !property.choices(SOURCES).isEmpty());
			assertThat(this.hints.isOpen(name)).as("hint %s: has the provider any", name).isNotEqualTo(closed);
		}
	}

	@Test
	void hintWhenAboutChoiceThenSaysWhatTheEnumSays() {
		for (Property property : PROPERTIES) {
			if (this.hints.hints().containsKey(property.key()) && !property.choices(SOURCES).isEmpty()) {
				assertThat(this.hints.values(property.key())).as(property.key()).isEqualTo(property.choices(SOURCES));
			}
		}
	}

	@Test
	void hintWhenAboutChecksThenNamesThoseThatRun() {
		assertThat(this.hints.values("zt.checks.keys").keySet()).as("zt.checks.keys in %s", Metadata.HINTS)
			.containsExactlyElementsOf(Gates.read().names());
		assertThat(this.hints.values("zt.checks.keys").values()).allMatch((description) -> description.endsWith("."));
	}

}
