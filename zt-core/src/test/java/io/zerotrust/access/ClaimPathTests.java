package io.zerotrust.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClaimPathTests {

	private static final Map<String, Object> CLAIMS = Map.of("roles", "top", "a", Map.of("b", "deep", "c", Map.of()),
			"a.b", "dotted", "https://example.com/roles", "named", "list", List.of("x", Map.of("b", "in list")), "a/b",
			"slash", "t~x", "tilde", "~1", "both", "", "empty");

	@ParameterizedTest
	@CsvSource({ "roles, top", "/roles, top", "/a/b, deep", "a.b, dotted", "/a.b, dotted",
			"https://example.com/roles, named", "/a~1b, slash", "/t~0x, tilde", "t~x, tilde", "/~01, both" })
	void inWhenThereThenFound(String path, String expected) {
		assertThat(ClaimPath.parse(path).in(CLAIMS)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "b", "/b", "/a/x", "/a/b/c", "/roles/0", "/list/0", "/list/1/b", "a/b/c", "/a/", "/a//b",
			"//a/b", "/a/c/b", "A", "Roles" })
	void inWhenNotThereThenNothing(String path) {
		assertThat(ClaimPath.parse(path).in(CLAIMS)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "/", "/~", "/a~", "/a~2b", "/~~0" })
	void parseWhenNoPathThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClaimPath.parse(text)).withMessageContaining("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders", "a/b", "t~x", "~1", "https://orders.example.com", "{audience}" })
	void forAudienceThenOneStepWhateverCharacters(String audience) {
		ClaimPath path = ClaimPath.parse("/resource_access/{audience}/roles");
		assertThat(path.namesAudience()).isTrue();
		Map<String, Object> claims = Map.of("resource_access", Map.of(audience, Map.of("roles", "mine")));
		ClaimPath mine = path.forAudience(audience);
		assertThat(mine.in(claims)).isEqualTo("mine");
		assertThat(ClaimPath.parse(mine.toString()).in(claims)).isEqualTo("mine");
	}

	@Test
	void forAudienceWhenNameThenName() {
		assertThat(ClaimPath.parse("roles-{audience}").forAudience("a").in(Map.of("roles-a", 1))).isEqualTo(1);
		assertThat(ClaimPath.parse("roles").namesAudience()).isFalse();
	}

	@Test
	void equalsThenByText() {
		assertThat(ClaimPath.parseAll("a", "/b")).isEqualTo(Arrays.asList(ClaimPath.parse("a"), ClaimPath.parse("/b")))
			.doesNotContain(ClaimPath.parse("/a"));
		assertThat(ClaimPath.parse("a")).hasSameHashCodeAs(ClaimPath.parse("a")).hasToString("a");
	}

}
