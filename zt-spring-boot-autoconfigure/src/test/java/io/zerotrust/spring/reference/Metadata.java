package io.zerotrust.spring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that editors read.
 *
 * @param properties the properties by key
 * @param hints the hints by key
 */
record Metadata(Map<String, Map<String, Object>> properties, Map<String, Map<String, Object>> hints) {

	static final Path GENERATED = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

	static final Path HINTS = Path.of("src/main/resources/META-INF/additional-spring-configuration-metadata.json");

	static final Path TEST_KIT = Path.of("../zt-spring-boot-starter-test").resolve(HINTS);

	static Metadata read(Path file) throws IOException, ParseException {
		Map<String, Object> json = JSONObjectUtils.parse(Files.readString(file));
		return new Metadata(byName(json.get("properties")), byName(json.get("hints")));
	}

	/**
	 * Return the values of a hint and what is said of each.
	 */
	Map<String, String> values(String key) {
		Map<String, String> values = new LinkedHashMap<>();
		byName("value", this.hints.getOrDefault(key, Map.of()).get("values"))
			.forEach((value, hint) -> values.put(value, text(hint.get("description"))));
		return values;
	}

	/**
	 * Whether values beside those of the hint are possible.
	 */
	boolean isOpen(String key) {
		return byName(this.hints.getOrDefault(key, Map.of()).get("providers")).containsKey("any");
	}

	String description(String key) {
		return text(this.properties.getOrDefault(key, Map.of()).get("description"));
	}

	private static Map<String, Map<String, Object>> byName(@Nullable Object list) {
		return byName("name", list);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> byName(String member, @Nullable Object list) {
		Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
		for (Map<String, Object> entry : Objects.requireNonNullElse((List<Map<String, Object>>) list,
				List.<Map<String, Object>>of())) {
			byName.put(text(entry.get(member)), entry);
		}
		return byName;
	}

	private static String text(@Nullable Object value) {
		return Objects.toString(value, "");
	}

}
