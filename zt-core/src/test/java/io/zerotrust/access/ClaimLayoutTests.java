package io.zerotrust.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimLayoutTests {

	private static final ClaimLayout NESTED = ClaimLayout.standard()
		.with(ClaimPlace.ROLES, ClaimPath.parseAll("/realm/roles", "groups"))
		.with(ClaimPlace.TENANT, ClaimPath.parseAll("tid", "org"))
		.with(ClaimPlace.ACR, ClaimPath.parseAll("acr", "acrs"));

	@Test
	void subjectWhenSeveralPlacesThenAllOfManyAndFirstOfOne() {
		Map<String, Object> claims = new HashMap<>(Map.of("client_id", "c", "azp", "other", "scope", "  a  b ", "scp",
				List.of("c d", "e"), "realm", Map.of("roles", List.of("r")), "groups", "g"));
		claims.putAll(Map.of("org", "o", "acr", "1", "acrs", List.of("c1", "c2")));
		Subject subject = read(NESTED, claims);
		assertThat(subject.scopes()).containsExactlyInAnyOrder("a", "b", "c d", "e");
		assertThat(subject.roles()).containsExactlyInAnyOrder("r", "g", "more");
		assertThat(subject.client()).isEqualTo("c");
		assertThat(subject.credential().tenant()).isEqualTo("o");
		assertThat(subject.credential().acr()).containsExactly("1", "c1", "c2");
		assertThat(subject.kind()).isEqualTo(SubjectKind.HUMAN);
	}

	static Stream<Map<String, Object>> malformed() {
		return Stream.of(Map.of("realm", Map.of("roles", Map.of("admin", true))),
				Map.of("realm", Map.of("roles", Map.of("roles", List.of("admin")))), Map.of("realm", List.of("admin")),
				Map.of("realm", "admin"), Map.of("realm", Map.of("roles", List.of("admin", 7))),
				Map.of("realm", Map.of("roles", List.of(List.of("admin")))), Map.of("groups", 7),
				Map.of("groups", Arrays.asList("admin", null)), Map.of("groups", true));
	}

	@ParameterizedTest
	@MethodSource("malformed")
	void subjectWhenRolesAreMalformedThenNone(Map<String, Object> claims) {
		assertThat(read(NESTED, claims).roles()).containsExactly("more");
	}

	@Test
	void subjectWhenTextsAreMalformedThenEmptyAndHuman() {
		Subject subject = read(NESTED, Map.of("iss", 1, "sub", List.of("s"), "client_id", 7, "azp", Map.of(), "scope",
				7, "scp", Map.of("a", "b"), "tid", 1, "acr", Map.of(), "acrs", List.of(1)));
		assertThat(subject.issuer()).isEmpty();
		assertThat(subject.id()).isEmpty();
		assertThat(subject.client()).isEmpty();
		assertThat(subject.scopes()).isEmpty();
		assertThat(subject.credential().tenant()).isEmpty();
		assertThat(subject.credential().acr()).isEmpty();
		assertThat(subject.kind()).isEqualTo(SubjectKind.HUMAN);
	}

	@Test
	void subjectWhenSubjectIsClientThenService() {
		assertThat(read(ClaimLayout.standard(), Map.of("sub", "c", "client_id", "c")).isService()).isTrue();
		assertThat(read(ClaimLayout.standard(), Map.of("sub", "c", "azp", "c")).isService()).isTrue();
		assertThat(read(ClaimLayout.standard(), Map.of("sub", "", "client_id", "")).isService()).isFalse();
		assertThat(read(ClaimLayout.standard().withServices(List.of()), Map.of("sub", "c", "client_id", "c")).kind())
			.isEqualTo(SubjectKind.HUMAN);
	}

	static Stream<Map<String, Object>> acting() {
		return Stream.of(Map.of("act", Map.of("sub", "bot")), Map.of("act", Map.of()), Map.of("act", "bot"),
				Map.of("act", List.of(Map.of("sub", "bot"))), Map.of("act", 7),
				Map.of("act", Map.of("sub", "bot"), "sub", "c", "client_id", "c"));
	}

	// whatever act is, nobody with it passes for a person or a service
	@ParameterizedTest
	@MethodSource("acting")
	void subjectWhenSomebodyActsThenAgent(Map<String, Object> claims) {
		assertThat(read(ClaimLayout.standard(), claims).kind()).isEqualTo(SubjectKind.AGENT);
	}

	@Test
	void actorsThenCurrentOneFirst() {
		assertThat(actors(Map.of("sub", "a", "act", Map.of("client_id", "b", "act", Map.of("sub", 7)))))
			.containsExactly("a", "b", "");
		assertThat(actors(Map.of("sub", "a", "client_id", "b"))).containsExactly("a");
		assertThat(actors(Map.of("sub", "a", "act", "b"))).containsExactly("a");
		assertThat(actors("a")).isEmpty();
		assertThat(actors(List.of(Map.of("sub", "a")))).isEmpty();
	}

	@Test
	void actorsWhenChainIsDeepThenEightAreNamed() {
		Map<String, Object> chain = new HashMap<>(Map.of("sub", "0"));
		for (int i = 1; i < 1000; i++) {
			chain = new HashMap<>(Map.of("sub", String.valueOf(i), "act", chain));
		}
		assertThat(actors(chain)).containsExactly("999", "998", "997", "996", "995", "994", "993", "992");
	}

	@Test
	void forAudiencesThenOnePathEach() {
		ClaimLayout layout = ClaimLayout.standard()
			.with(ClaimPlace.ROLES, ClaimPath.parseAll("roles", "/access/{audience}/roles"));
		assertThat(layout.forAudiences(List.of("a", "b/c")).roles())
			.hasToString("[roles, /access/a/roles, /access/b~1c/roles]");
		assertThat(layout.forAudiences(List.of()).roles()).hasToString("[roles]");
		// unexpanded it names a claim that nobody has
		assertThat(read(layout, Map.of("access", Map.of("a", Map.of("roles", List.of("x"))))).roles())
			.containsExactly("more");
	}

	@Test
	void withThenOnlyThatPlaceMoves() {
		for (ClaimPlace place : ClaimPlace.values()) {
			ClaimLayout moved = ClaimLayout.standard().with(place, ClaimPath.parseAll("elsewhere"));
			assertThat(moved).isNotEqualTo(ClaimLayout.standard());
			assertThat(Stream
				.of(moved.scopes(), moved.roles(), moved.client(), moved.audience(), moved.tenant(), moved.session(),
						moved.acr(), moved.amr())
				.filter(ClaimPath.parseAll("elsewhere")::equals)).hasSize(1);
		}
	}

	private static Subject read(ClaimLayout layout, Map<String, ?> claims) {
		return layout.subject(new Credential(CredentialKind.JWT, Claims.none(), Claims.of(claims), layout),
				Set.of("more"));
	}

	private static List<String> actors(Object act) {
		return Claims.of(Map.of("act", act)).actors();
	}

}
