package io.zerotrust.access;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.zerotrust.access.Claims.Type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClaimsTests {

	private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");

	static Stream<Arguments> malformed() {
		return Stream.of(Arguments.of(Type.TEXT, 1), Arguments.of(Type.TEXT, List.of("a")),
				Arguments.of(Type.TEXT, true), Arguments.of(Type.TEXT, Map.of()), Arguments.of(Type.INSTANT, "1"),
				Arguments.of(Type.INSTANT, -1), Arguments.of(Type.INSTANT, Double.NaN),
				Arguments.of(Type.INSTANT, Double.POSITIVE_INFINITY), Arguments.of(Type.INSTANT, 1e300),
				Arguments.of(Type.INSTANT, 253_402_300_800L), Arguments.of(Type.INSTANT, Long.MAX_VALUE),
				Arguments.of(Type.INSTANT, true), Arguments.of(Type.TEXTS, 1), Arguments.of(Type.TEXTS, Map.of()),
				Arguments.of(Type.TEXTS, List.of("a", 1)), Arguments.of(Type.TEXTS, List.of(List.of("a"))),
				Arguments.of(Type.TEXTS, Arrays.asList("a", null)), Arguments.of(Type.OBJECT, "a"),
				Arguments.of(Type.OBJECT, List.of()));
	}

	@ParameterizedTest
	@MethodSource("malformed")
	void readWhenOfAnotherTypeThenAbsentAndMalformed(Type type, Object value) {
		Claims claims = Claims.of(Map.of("c", value));
		assertThat(claims.has("c")).isTrue();
		assertThat(claims.isMalformed("c", type)).isTrue();
		switch (type) {
			case TEXT -> assertThat(claims.text("c")).isNull();
			case INSTANT -> assertThat(claims.instant("c")).isNull();
			case TEXTS -> assertThat(claims.texts("c")).isEmpty();
			case OBJECT -> assertThat(claims.members("c")).isEmpty();
		}
	}

	static Stream<Arguments> wellFormed() throws Exception {
		return Stream.of(Arguments.of(Type.TEXT, "a"), Arguments.of(Type.TEXT, url("https://idp.example.com")),
				Arguments.of(Type.INSTANT, 0), Arguments.of(Type.INSTANT, 253_402_300_799L),
				Arguments.of(Type.INSTANT, TIME), Arguments.of(Type.INSTANT, Date.from(TIME)),
				Arguments.of(Type.INSTANT, new BigDecimal("1767268800.5")), Arguments.of(Type.TEXTS, "a"),
				Arguments.of(Type.TEXTS, List.of()), Arguments.of(Type.TEXTS, Set.of("a")),
				Arguments.of(Type.OBJECT, Map.of()), Arguments.of(Type.OBJECT, Map.of("jkt", "x")));
	}

	@ParameterizedTest
	@MethodSource("wellFormed")
	void readWhenOfTheTypeThenNotMalformed(Type type, Object value) {
		assertThat(Claims.of(Map.of("c", value)).isMalformed("c", type)).isFalse();
	}

	@Test
	void readWhenAbsentThenEmptyAndNotMalformed() {
		Claims claims = Claims.none();
		assertThat(claims.has("c")).isFalse();
		assertThat(claims.text("c")).isNull();
		assertThat(claims.instant("c")).isNull();
		assertThat(claims.texts("c")).isEmpty();
		assertThat(claims.members("c")).isEmpty();
		for (Type type : Type.values()) {
			assertThat(claims.isMalformed("c", type)).isFalse();
		}
	}

	@Test
	@SuppressWarnings("NullAway")
	void readWhenJsonNullThenAbsent() {
		Map<String, Object> values = new HashMap<>();
		values.put("c", null);
		assertThat(Claims.of(values).has("c")).isFalse();
		assertThat(Claims.of(values).isMalformed("c", Type.TEXT)).isFalse();
	}

	@Test
	void instantWhenNumberThenSecondsWithFraction() {
		assertThat(Claims.of(Map.of("c", 1_767_268_800L)).instant("c")).isEqualTo(TIME);
		assertThat(Claims.of(Map.of("c", 1_767_268_800.5)).instant("c")).isEqualTo(TIME.plusMillis(500));
		assertThat(Claims.of(Map.of("c", Date.from(TIME))).instant("c")).isEqualTo(TIME);
	}

	@Test
	void textsWhenSingleTextThenNotSplit() {
		assertThat(Claims.of(Map.of("c", "a b")).texts("c")).containsExactly("a b");
	}

	@Test
	void textWhenUrlThenUnchanged() throws Exception {
		assertThat(Claims.of(Map.of("c", url("https://idp.example.com/"))).text("c"))
			.isEqualTo("https://idp.example.com/");
	}

	@Test
	void membersWhenObjectThenSortedNames() {
		assertThat(Claims.of(Map.of("c", Map.of("jkt", 1, "a", 2))).members("c")).containsExactly("a", "jkt");
	}

	@Test
	void readWhenHandedOutThenCannotBeChanged() {
		Claims claims = Claims.of(Map.of("c", List.of("a"), "o", Map.of("a", 1)));
		assertReadOnly(claims.texts("c"));
		assertReadOnly(claims.members("o"));
	}

	// style 13: tokens and what they say do not get into logs by accident
	@Test
	void toStringWhenFilledThenTellsNoValue() {
		Claims claims = Claims.of(Map.of("email", "alice@example.com"));
		assertThat(claims.toString()).isEqualTo("Claims[1 members]");
		assertThat(new Credential(CredentialKind.JWT, claims, claims).toString()).isEqualTo("Credential[JWT]");
	}

	private static void assertReadOnly(Collection<String> values) {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> values.add("b"));
	}

	private static URL url(String text) throws Exception {
		return URI.create(text).toURL();
	}

}
