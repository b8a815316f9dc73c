package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.token.dpop.ProofVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens bound to a key of the caller (RFC 9449), on the default chain.
 */
class DpopJourneyTests {

	private static final String ALGS = "algs=\"ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA Ed25519\"";

	private static RunningApplication application;

	private static final ProofKey KEY = ProofKey.create();

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of("zt.limits.address.ignore-failures=true"), DpopApi.Plain.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@Test
	@Tag("D5")
	@Tag("D14")
	void getWhenProvenThenServed() throws IOException {
		Answer answer = get("/orders/1", KEY.headers("GET", url("/orders/1"), token()));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.header("DPoP-Nonce")).isNull();
		Answer query = get("/orders/1?page=2", KEY.headers("GET", url("/orders/1"), token()));
		assertThat(query.status()).as("%s", query).isEqualTo(200);
	}

	// a guarded method is reached by who was proven at the gate
	@Test
	void getWhenServiceIsGuardedThenServed() throws IOException {
		Answer answer = get("/ledger", KEY.headers("GET", url("/ledger"), token()));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

	@Test
	@Tag("D8")
	void getWhenUriIsSpelledOtherwiseThenServed() throws IOException {
		String token = token();
		String uri = "HTTP://LOCALHOST:" + application.port() + "/%6Frders/./1#x";
		Answer answer = get("/orders/1", KEY.headers("GET", uri, token));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

	@Test
	@Tag("D12")
	void getWhenProofIsUsedTwiceThenReplay() throws IOException {
		String[] headers = KEY.headers("GET", url("/orders/1"), token());
		assertThat(get("/orders/1", headers).status()).isEqualTo(200);
		assertProof(get("/orders/1", headers), "dpop.replay");
	}

	@Test
	@Tag("D16")
	void getWhenSentAsBearerThenRefused() throws IOException {
		String token = token();
		Answer answer = get("/orders/1", "Authorization: Bearer " + token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("token.binding-missing");
		// D18: the error stands where the caller was, the other scheme is offered
		List<String> challenges = challenges(answer);
		assertThat(challenges).hasSize(2);
		assertThat(challenges.get(0)).startsWith("Bearer error=\"invalid_token\"");
		assertThat(challenges.get(1)).startsWith("DPoP " + ALGS);
		Answer withProof = get("/orders/1", "Authorization: Bearer " + token,
				KEY.headers("GET", url("/orders/1"), token)[1]);
		assertThat(withProof.code()).isEqualTo("token.binding-missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	@Tag("D1")
	@Tag("D15")
	void getWhenNotExactlyOneProofThenRefused() throws IOException {
		String token = token();
		String[] good = KEY.headers("GET", url("/orders/1"), token);
		assertProof(get("/orders/1", good[0]), "dpop.proof-missing");
		assertProof(get("/orders/1", good[0], good[1], KEY.headers("GET", url("/orders/1"), token)[1]),
				"dpop.proof-ambiguous");
		assertProof(get("/orders/1", good[0], good[1], good[1]), "dpop.proof-ambiguous");
		assertProof(get("/orders/1", good[0], "DPoP: "), "dpop.proof-malformed");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	@Tag("D6")
	@Tag("D7")
	@Tag("D11")
	@Tag("D13")
	@Tag("D15")
	void getWhenProofIsForSomethingElseThenRefused() throws IOException {
		String token = token();
		String url = url("/orders/1");
		assertProof(get("/orders/1", KEY.headers("POST", url, token)), "dpop.method");
		assertProof(get("/orders/1", KEY.headers("get", url, token)), "dpop.method");
		assertProof(get("/orders/1", KEY.headers("GET", url("/orders/2"), token)), "dpop.uri");
		assertProof(get("/orders/1", KEY.headers("GET", url.replace("http:", "https:"), token)), "dpop.uri");
		assertProof(get("/orders/1", KEY.headers("GET", url.replace("localhost", "user@localhost"), token)),
				"dpop.uri");
		assertProof(get("/orders/1", ProofKey.headers(token, KEY.proof("GET", url, "another", Map.of()))),
				"dpop.token-hash");
		long now = Instant.now().getEpochSecond();
		for (long iat : new long[] { now - 3600, now - 70, now + 30, 0 }) {
			assertProof(get("/orders/1", ProofKey.headers(token, KEY.proof("GET", url, token, Map.of("iat", iat)))),
					"dpop.time");
		}
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	@Tag("D14")
	void getWhenKeyIsAnotherThenRefused() throws IOException {
		assertProof(get("/orders/1", ProofKey.create().headers("GET", url("/orders/1"), token())), "dpop.key-mismatch");
	}

	@Test
	@Tag("D14")
	void getWhenTokenIsNotBoundThenRefused() throws IOException {
		String token = application.token().scopes("orders:read").mint();
		Answer answer = get("/orders/1", KEY.headers("GET", url("/orders/1"), token));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("dpop.unbound");
		assertThat(challenges(answer).get(0)).startsWith("DPoP error=\"invalid_token\"");
	}

	@Test
	@Tag("D17")
	void getWhenTokenDoesNotHoldThenSaidInItsScheme() throws IOException {
		String token = token();
		String forged = token.substring(0, token.length() - 12) + "AAAAAAAAAAAA";
		Answer answer = get("/orders/1", KEY.headers("GET", url("/orders/1"), forged));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("token.signature");
		assertThat(challenges(answer)).containsExactly(
				"DPoP error=\"invalid_token\", error_description=\"token.signature\", " + ALGS, "Bearer realm=\"api\"");
		for (String odd : List.of("Authorization: DPoP", "Authorization: DPoP a b", "Authorization: dpop \u00fc",
				"Authorization: DPoPx", "Authorization: DPoP ====")) {
			Answer malformed = get("/orders/1", odd, "DPoP: x");
			assertThat(malformed.status()).as("%s %s", odd, malformed).isEqualTo(401);
			assertThat(malformed.code()).as(odd).isEqualTo("token.malformed");
		}
	}

	@Test
	@Tag("D17")
	@Tag("D18")
	void getWhenNothingIsSentThenBothSchemesAreOffered() throws IOException {
		Answer answer = get("/orders/1");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(challenges(answer)).containsExactly("Bearer realm=\"api\"", "DPoP " + ALGS);
	}

	@Test
	@Tag("D17")
	@Tag("SU1")
	void getWhenScopeIsMissingThenSaidInItsScheme() throws IOException {
		String token = application.token().scopes("orders:write").claim("cnf", KEY.confirmation()).mint();
		Answer answer = get("/orders/1", KEY.headers("GET", url("/orders/1"), token));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(challenges(answer))
			.containsExactly("DPoP error=\"insufficient_scope\", error_description=\"policy.scope-missing\", "
					+ "scope=\"orders:read\", " + ALGS);
	}

	@Test
	@Tag("D18")
	@Tag("B2")
	void getWhenTwoAuthorizationsThenInvalidRequest() throws IOException {
		String token = token();
		String[] good = KEY.headers("GET", url("/orders/1"), token);
		Answer answer = get("/orders/1", good[0], "Authorization: Bearer " + token, good[1]);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("credential.ambiguous");
		assertThat(challenges(answer).get(0)).contains("error=\"invalid_request\"");
	}

	@Test
	@Tag("D15")
	void getWhenPublicThenBadProofIsRefusedAll() throws IOException {
		assertProof(get("/catalog", KEY.headers("POST", url("/catalog"), token())), "dpop.method");
		assertThat(get("/catalog", KEY.headers("GET", url("/catalog"), token())).status()).isEqualTo(200);
		assertThat(get("/leaflet", KEY.headers("POST", url("/catalog"), token())).status()).isEqualTo(200);
	}

	@Test
	void postWhenProvenThenServed() throws IOException {
		Answer answer = application.post("/orders", "text/plain", "x", KEY.headers("POST", url("/orders"), token()));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

	// Spring's own verifier stops at 1,000 in its window
	@Test
	@Tag("D12")
	void getWhenClientIsBusyThenAllAreServed() throws IOException {
		String token = token();
		for (int i = 0; i < 1100; i++) {
			Answer answer = get("/catalog", KEY.headers("GET", url("/catalog"), token));
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		}
		assertThat(application.context().getBean(ProofVerifier.class).tally().of("verified"))
			.isGreaterThanOrEqualTo(1100);
	}

	@Test
	@Tag("D2")
	void getWhenProofIsGarbageThenRefusedWithACode() throws IOException {
		String token = token();
		String good = KEY.proof("GET", url("/orders/1"), token, Map.of());
		Random random = new Random(9449);
		for (int i = 0; i < 300; i++) {
			StringBuilder proof = new StringBuilder(good);
			for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
				proof.setCharAt(random.nextInt(proof.length() - 4), (char) (0x21 + random.nextInt(0x5d)));
			}
			if (proof.toString().equals(good)) {
				continue;
			}
			Answer answer = get("/orders/1", ProofKey.headers(token, proof.toString()));
			assertThat(answer.status()).as("%s %s", proof, answer).isEqualTo(401);
			assertThat(answer.code()).startsWith("dpop.");
		}
		assertThat(Ran.take()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "zt.token.dpop.mode=off", "zt.mode=enforce" })
	@Tag("D12")
	void getWhenAnotherContextOfTheProcessThenNeitherKnowsTheReplaysOfTheOther(String setting) throws IOException {
		try (RunningApplication other = RunningApplication.start(List.of(setting), DpopApi.Plain.class)) {
			String token = token();
			Map<String, Object> same = Map.of("jti", "the-same", "htu", url("/catalog"));
			assertThat(get("/catalog", ProofKey.headers(token, KEY.proof("GET", "", token, same))).status()).isIn(200,
					401);
			Map<String, Object> there = Map.of("jti", "the-same");
			String url = "http://localhost:" + other.port() + "/catalog";
			Answer answer = other.get("/catalog", ProofKey.headers(token, KEY.proof("GET", url, token, there)));
			if (setting.endsWith("off")) {
				// not silently anonymous, not even where everybody may look
				assertThat(answer.status()).as("%s", answer).isEqualTo(401);
				assertThat(answer.code()).isEqualTo("dpop.off");
				assertThat(challenges(answer)).containsExactly("Bearer realm=\"api\"");
				assertThat(other.get("/orders/1", KEY.headers("GET", url, token)).code()).isEqualTo("dpop.off");
				assertThat(other.get("/leaflet", KEY.headers("GET", url, token)).status()).isEqualTo(200);
				assertThat(challenges(other.get("/orders/1"))).containsExactly("Bearer realm=\"api\"");
			}
			else {
				assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			}
		}
	}

	private static String token() {
		return application.token().scopes("orders:read").claim("cnf", KEY.confirmation()).mint();
	}

	private static String url(String path) {
		return "http://localhost:" + application.port() + path;
	}

	private static Answer get(String target, String... headers) throws IOException {
		return application.get(target, headers);
	}

	private static List<String> challenges(Answer answer) {
		return answer.headers()
			.getOrDefault("www-authenticate", List.of())
			.stream()
			.map((challenge) -> challenge.replaceAll(",? resource_metadata=\"http[^\"]+\"", ""))
			.toList();
	}

	private static void assertProof(Answer answer, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
		assertThat(challenges(answer)).containsExactly(
				"DPoP error=\"invalid_dpop_proof\", error_description=\"" + code + "\", " + ALGS,
				"Bearer realm=\"api\"");
	}

}
