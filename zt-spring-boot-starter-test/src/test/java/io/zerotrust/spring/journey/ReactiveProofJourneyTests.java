package io.zerotrust.spring.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.token.dpop.Nonces;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens bound to a key or a certificate in WebFlux, where Spring Security looks at
 * neither. One application is asked without TLS and has proxies it trusts, the other with
 * TLS, and demands nonces.
 */
class ReactiveProofJourneyTests {

	/**
	 * It stands aside for chains of servlet applications alone, and would match the rest.
	 */
	private static final String WITHOUT_BOOTS_CHAIN = "spring.autoconfigure.exclude="
			+ "org.springframework.boot.security.oauth2.server.resource."
			+ "autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration";

	private static final String METADATA = "/.well-known/oauth-protected-resource";

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final ProofKey KEY = ProofKey.create();

	private static RunningApplication application;

	private static RunningApplication secure;

	private static ReactiveProofApi.Store store;

	@BeforeAll
	static void start() {
		application = RunningApplication.startReactive(List.of(WITHOUT_BOOTS_CHAIN,
				"zt.limits.address.ignore-failures=true", "zt.token.mtls.source=client-cert",
				"zt.client-address.source=x-forwarded-for", "zt.client-address.trusted-proxies=127.0.0.0/8,::1/128"),
				ReactiveProofApi.class);
		List<String> tls = new ArrayList<>(MutualTls.PROPERTIES);
		tls.addAll(List.of(WITHOUT_BOOTS_CHAIN, "zt.limits.address.ignore-failures=true", "zt.token.dpop.nonce=true",
				"zt.token.dpop.nonce-secret=" + SECRET, "zt.token.dpop.algorithms=ES256",
				"zt.resource.identifier=https://api.example.com/shop"));
		secure = RunningApplication.startReactive(tls, ReactiveProofApi.class);
		store = application.context().getBean(ReactiveProofApi.Store.class);
	}

	@AfterAll
	static void stop() {
		application.close();
		secure.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
		store.state = "";
	}

	@Test
	@Tag("D5")
	@Tag("D14")
	void getWhenProvenThenServedAndTheApplicationSeesWhatWasSent() throws IOException {
		Answer answer = application.get("/orders/1?page=2", KEY.headers("GET", url("/orders/1"), token()));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.header("DPoP-Nonce")).isNull();
		assertThat(application.get("/scheme", KEY.headers("GET", url("/scheme"), token())).body()).isEqualTo("DPoP");
		String uri = "HTTP://LOCALHOST:" + application.port() + "/%6Frders/./1#x";
		assertThat(application.get("/orders/1", KEY.headers("GET", uri, token())).status()).isEqualTo(200);
	}

	@Test
	@Tag("D8")
	void getWhenTrustedProxyToldTheUrlThenThatCounts() throws IOException {
		String[] proof = KEY.headers("GET", "https://api.example.com/orders/1", token());
		Answer answer = application.get("/orders/1", proof[0], proof[1], "X-Forwarded-Proto: https",
				"X-Forwarded-Host: api.example.com");
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertProof(application.get("/orders/1", KEY.headers("GET", "https://api.example.com/orders/1", token())),
				"dpop.uri");
	}

	@Test
	@Tag("D16")
	void getWhenSentAsBearerThenRefused() throws IOException {
		String token = token();
		Answer answer = application.get("/orders/1", "Authorization: Bearer " + token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("token.binding-missing");
		assertThat(challenges(answer)).hasSize(2);
		assertThat(challenges(answer).get(0)).startsWith("Bearer error=\"invalid_token\"");
		assertThat(challenges(answer).get(1)).startsWith("DPoP algs=");
		Answer withProof = application.get("/orders/1", "Authorization: Bearer " + token,
				KEY.headers("GET", url("/orders/1"), token)[1]);
		assertThat(withProof.code()).isEqualTo("token.binding-missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	@Tag("D12")
	void getWhenProofIsUsedTwiceThenReplay() throws IOException {
		String[] headers = KEY.headers("GET", url("/orders/1"), token());
		assertThat(application.get("/orders/1", headers).status()).isEqualTo(200);
		assertProof(application.get("/orders/1", headers), "dpop.replay");
	}

	@Test
	@Tag("D1")
	@Tag("D15")
	void getWhenNotExactlyOneProofThenRefused() throws IOException {
		String token = token();
		String[] good = KEY.headers("GET", url("/orders/1"), token);
		assertProof(application.get("/orders/1", good[0]), "dpop.proof-missing");
		assertProof(application.get("/orders/1", good[0], good[1], good[1]), "dpop.proof-ambiguous");
		assertProof(application.get("/orders/1", good[0], "DPoP: "), "dpop.proof-malformed");
		assertProof(application.get("/orders/1", good[0], "DPoP: a.b.c"), "dpop.proof-malformed");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	@Tag("D6")
	@Tag("D7")
	@Tag("D11")
	@Tag("D13")
	@Tag("D14")
	void getWhenProofIsForSomethingElseThenRefusedAndNotRemembered() throws IOException {
		int before = store.asked.get();
		String token = token();
		String url = url("/orders/1");
		assertProof(application.get("/orders/1", KEY.headers("POST", url, token)), "dpop.method");
		assertProof(application.get("/orders/1", KEY.headers("GET", url("/orders/2"), token)), "dpop.uri");
		assertProof(application.get("/orders/1", KEY.headers("GET", url.replace("http:", "https:"), token)),
				"dpop.uri");
		assertProof(application.get("/orders/1", ProofKey.headers(token, KEY.proof("GET", url, "other", Map.of()))),
				"dpop.token-hash");
		assertProof(
				application.get("/orders/1", ProofKey.headers(token, KEY.proof("GET", url, token, Map.of("iat", 0)))),
				"dpop.time");
		assertProof(application.get("/orders/1", ProofKey.create().headers("GET", url, token)), "dpop.key-mismatch");
		Answer unbound = application.get("/orders/1",
				KEY.headers("GET", url, application.token().scopes("read").mint()));
		assertThat(unbound.code()).as("%s", unbound).isEqualTo("dpop.unbound");
		assertThat(challenges(unbound).get(0)).startsWith("DPoP error=\"invalid_token\"");
		assertThat(store.asked).hasValue(before);
		assertThat(Ran.take()).isEmpty();
	}

	// a flood of proofs beside invented tokens must not fill the store
	@Test
	@Tag("D17")
	void getWhenTokenDoesNotHoldThenSaidInItsSchemeAndTheProofIsNotLookedAt() throws IOException {
		int before = store.asked.get();
		String forged = token().replaceAll(".{12}$", "AAAAAAAAAAAA");
		Answer answer = application.get("/orders/1", KEY.headers("GET", url("/orders/1"), forged));
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("token.signature");
		assertThat(challenges(answer).get(0))
			.startsWith("DPoP error=\"invalid_token\", error_description=\"token.signature\"");
		for (String odd : List.of("Authorization: DPoP", "Authorization: DPoP a b", "Authorization: DPoPx",
				"Authorization: DPoP ====")) {
			Answer malformed = application.get("/orders/1", odd, "DPoP: x");
			assertThat(malformed.status()).as("%s %s", odd, malformed).isEqualTo(401);
			assertThat(malformed.code()).as(odd).isEqualTo("token.malformed");
		}
		assertThat(store.asked).hasValue(before);
	}

	@Test
	@Tag("D18")
	void getWhenTwoAuthorizationsThenInvalidRequest() throws IOException {
		String[] good = KEY.headers("GET", url("/orders/1"), token());
		for (String other : List.of("Authorization: Bearer x", good[0])) {
			Answer answer = application.get("/orders/1", good[0], other, good[1]);
			assertThat(answer.status()).as("%s", answer).isEqualTo(400);
			assertThat(answer.code()).isEqualTo("credential.ambiguous");
		}
	}

	@Test
	@Tag("D15")
	void getWhenPublicThenBadProofIsRefusedAllTheSame() throws IOException {
		assertProof(application.get("/catalog", KEY.headers("POST", url("/catalog"), token())), "dpop.method");
		assertThat(application.get("/catalog", KEY.headers("GET", url("/catalog"), token())).status()).isEqualTo(200);
		assertThat(application.get("/leaflet").status()).isEqualTo(200);
		assertThat(application.get("/leaflet", KEY.headers("POST", url("/x"), token())).status()).isEqualTo(200);
	}

	// the proof may be good; it is refused all the same
	@Test
	@Tag("D12")
	void getWhenReplayStoreIsAwayOrFullThenRefused() throws IOException {
		store.state = "away";
		Answer away = application.get("/orders/1", KEY.headers("GET", url("/orders/1"), token()));
		assertThat(away.status()).as("%s", away).isEqualTo(503);
		assertThat(away.code()).isEqualTo("dpop.replay-unavailable");
		assertThat(away.header("cache-control")).contains("no-store");
		store.state = "full";
		Answer full = application.get("/orders/1", KEY.headers("GET", url("/orders/1"), token()));
		assertThat(full.status()).as("%s", full).isEqualTo(429);
		assertThat(full.code()).isEqualTo("dpop.replay-capacity");
		assertThat(full.header("retry-after")).isEqualTo("30");
		assertThat(Ran.take()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/resolver/orders", "/opaque/orders" })
	@Tag("D5")
	@Tag("D16")
	void getWhenChainIsTheApplicationsThenOnlyWhoProvesTheKeyIsServed(String path) throws IOException {
		String token = path.startsWith("/opaque") ? "opaque." + KEY.confirmation().get("jkt") : token();
		Answer answer = application.get(path, KEY.headers("GET", url(path), token));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertProof(application.get(path, KEY.headers("GET", url("/other"), token)), "dpop.uri");
		assertProof(application.get(path, ProofKey.create().headers("GET", url(path), token)), "dpop.key-mismatch");
		Answer bearer = application.get(path, "Authorization: Bearer " + token);
		assertThat(bearer.status()).as("%s", bearer).isEqualTo(401);
		assertThat(bearer.code()).isEqualTo("token.binding-missing");
	}

	@Test
	@Tag("D16")
	void getWhenConverterMakesAForeignTypeThenNeverServed() throws IOException {
		Answer bearer = application.get("/foreign/orders", "Authorization: Bearer " + token());
		assertThat(bearer.code()).as("%s", bearer).isEqualTo("token.binding-missing");
		Answer proven = application.get("/foreign/orders", KEY.headers("GET", url("/foreign/orders"), token()));
		assertThat(proven.status()).as("%s", proven).isEqualTo(401);
		assertThat(proven.code()).isEqualTo("token.invalid");
		assertThat(Ran.take()).isEmpty();
	}

	// not silently anonymous, not even where everybody may look
	@ParameterizedTest
	@ValueSource(strings = { "/none/orders", "/none/catalog" })
	void getWhenChainReadsNoTokensThenDpopIsOffThere(String path) throws IOException {
		Answer answer = application.get(path, KEY.headers("GET", url(path), token()));
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("dpop.off");
		assertThat(application.get("/none/catalog").status()).isEqualTo(200);
	}

	@Test
	void postWhenChainHasCsrfProtectionThenProvenTokensNeedNoCsrfToken() throws IOException {
		Answer answer = application.post("/orders", "text/plain", "x", KEY.headers("POST", url("/orders"), token()));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(Ran.take()).isNotEmpty();
		Answer none = application.post("/orders", "text/plain", "x");
		assertThat(none.status()).as("%s", none).isIn(401, 403);
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	@Tag("D9")
	@Tag("D10")
	@Tag("D19")
	void getWhenNonceIsRequiredThenChallengedAndServed() throws IOException {
		Answer without = nonce("");
		assertThat(without.status()).as("%s", without).isEqualTo(401);
		assertThat(without.code()).isEqualTo("dpop.nonce");
		assertThat(challenges(without).get(0)).startsWith("DPoP error=\"use_dpop_nonce\"");
		assertThat(without.headers().get("dpop-nonce")).hasSize(1);
		String nonce = String.valueOf(without.header("dpop-nonce"));
		Answer served = nonce(nonce);
		assertThat(served.status()).as("%s", served).isEqualTo(200);
		assertThat(served.header("dpop-nonce")).isNull();
		assertThat(nonce(nonce + "x").code()).isEqualTo("dpop.nonce");
		Nonces nonces = new Nonces(SECRET.getBytes(StandardCharsets.UTF_8));
		Answer ending = nonce(nonces.current(Instant.now().minus(Duration.ofMinutes(2))));
		assertThat(ending.status()).as("%s", ending).isEqualTo(200);
		assertThat(nonces.isRecent(String.valueOf(ending.header("dpop-nonce")), Instant.now())).isTrue();
		assertThat(ending.header("cache-control")).contains("no-store");
	}

	// the host a request names does not count where the operator says the URL
	private static Answer nonce(String nonce) throws IOException {
		String token = secure.token().scopes("read").claim("cnf", KEY.confirmation()).mint();
		Map<String, Object> claims = nonce.isEmpty() ? Map.of() : Map.of("nonce", nonce);
		return MutualTls.get(secure, "", "/orders/1",
				ProofKey.headers(token, KEY.proof("GET", "https://api.example.com/shop/orders/1", token, claims)));
	}

	@Test
	@Tag("M1")
	@Tag("M2")
	@Tag("M4")
	void getWhenBoundToTheCertificateOfTheConnectionThenItAloneDoes() throws IOException {
		String token = MutualTls.boundTo(secure, "clerk");
		Answer served = MutualTls.get(secure, "clerk", "/orders/1", token);
		assertThat(served.status()).as("%s", served).isEqualTo(200);
		assertRefused(MutualTls.get(secure, "stranger", "/orders/1", token), 401, "token.binding-mismatch");
		assertRefused(MutualTls.get(secure, "", "/orders/1", token), 401, "token.binding-missing");
		assertRefused(MutualTls.get(secure, "", "/orders/1", token, MutualTls.header("clerk")), 401,
				"token.binding-missing");
		assertRefused(MutualTls.get(secure, "clerk", "/orders/1"), 401, "subject.missing");
	}

	@Test
	@Tag("M5")
	void getWhenTrustedProxyTellsTheCertificateThenItCounts() throws IOException {
		String token = MutualTls.boundTo(application, "clerk");
		Answer served = application.get("/orders/1", token, MutualTls.header("clerk"));
		assertThat(served.status()).as("%s", served).isEqualTo(200);
		assertRefused(application.get("/orders/1", token, MutualTls.header("stranger")), 401, "token.binding-mismatch");
		assertRefused(application.get("/orders/1", token), 401, "token.binding-missing");
		assertRefused(application.get("/orders/1", MutualTls.header("clerk")), 401, "subject.missing");
		assertRefused(application.get("/orders/1", token, MutualTls.header("clerk"), MutualTls.header("clerk")), 400,
				"credential.certificate-malformed");
		assertRefused(application.get("/orders/1", token, "Client-Cert: :!!!:"), 400,
				"credential.certificate-malformed");
	}

	@Test
	@Tag("PRM1")
	@Tag("PRM3")
	void getWhenMetadataIsAskedForThenWhatIsConfigured() throws IOException, ParseException {
		String base = "http://localhost:" + application.port();
		for (String suffix : List.of("", "/", "/orders", "/orders/")) {
			Answer answer = application.get(METADATA + suffix);
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(answer.header("content-type")).isEqualTo("application/json");
			assertThat(JSONObjectUtils.parse(answer.body()))
				.containsEntry("resource", base + (suffix.startsWith("/o") ? "/orders" : ""))
				.containsEntry("authorization_servers", List.of("https://idp.example.com"))
				.containsEntry("bearer_methods_supported", List.of("header"))
				.containsEntry("tls_client_certificate_bound_access_tokens", true);
		}
		Map<String, Object> identified = JSONObjectUtils
			.parse(MutualTls.get(secure, "", METADATA + "/shop", "X-Forwarded-Host: evil.example").body());
		assertThat(identified).containsEntry("resource", "https://api.example.com/shop")
			.containsEntry("dpop_signing_alg_values_supported", List.of("ES256"));
		assertThat(application.get(METADATA + "x").status()).isEqualTo(401);
		assertThat(application.post(METADATA, "text/plain", "x").status()).isIn(401, 403);
		assertThat(String.valueOf(MutualTls.get(secure, "", "/orders/1").header("www-authenticate")))
			.contains("resource_metadata=\"https://api.example.com" + METADATA + "/shop\"");
	}

	private static String token() {
		return application.token().scopes("read").claim("cnf", KEY.confirmation()).mint();
	}

	private static String url(String path) {
		return "http://localhost:" + application.port() + path;
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
		assertThat(challenges(answer)).hasSize(2);
		assertThat(challenges(answer).get(0))
			.startsWith("DPoP error=\"invalid_dpop_proof\", error_description=\"" + code + "\"");
		assertThat(challenges(answer).get(1)).isEqualTo("Bearer realm=\"api\"");
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

}
