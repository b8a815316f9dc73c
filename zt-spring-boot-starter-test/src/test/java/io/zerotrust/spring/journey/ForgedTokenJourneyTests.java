package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bad tokens and bad headers, sent to an application without security code of its own.
 */
@ParameterizedClass
@EnumSource
class ForgedTokenJourneyTests {

	static final Map<BadToken, String> REFUSALS = new EnumMap<>(BadToken.class);

	static {
		REFUSALS.put(BadToken.EXPIRED, "401 token.expired");
		REFUSALS.put(BadToken.NOT_YET_VALID, "401 token.not-yet-valid");
		REFUSALS.put(BadToken.ISSUED_IN_FUTURE, "401 token.not-yet-valid");
		REFUSALS.put(BadToken.NO_EXPIRY, "401 token.exp-missing");
		REFUSALS.put(BadToken.NO_ISSUED_AT, "401 token.iat-missing");
		REFUSALS.put(BadToken.LIVES_24_HOURS, "401 token.lifetime");
		REFUSALS.put(BadToken.FOREIGN_ISSUER, "401 token.issuer");
		REFUSALS.put(BadToken.ISSUER_WITH_TRAILING_SLASH, "401 token.issuer");
		REFUSALS.put(BadToken.NO_ISSUER, "401 token.issuer");
		REFUSALS.put(BadToken.FOREIGN_AUDIENCE, "401 token.audience");
		REFUSALS.put(BadToken.NO_AUDIENCE, "401 token.audience");
		REFUSALS.put(BadToken.NO_SUBJECT, "401 token.subject-missing");
		REFUSALS.put(BadToken.ID_TOKEN, "401 token.id-token");
		REFUSALS.put(BadToken.ID_TOKEN_COGNITO, "401 token.id-token");
		REFUSALS.put(BadToken.ID_TOKEN_KEYCLOAK, "401 token.id-token");
		REFUSALS.put(BadToken.LOGOUT_TOKEN, "401 token.type");
		REFUSALS.put(BadToken.DPOP_PROOF_TYPE, "401 token.type");
		REFUSALS.put(BadToken.ALG_NONE, "401 token.algorithm");
		REFUSALS.put(BadToken.HMAC_WITH_PUBLIC_KEY, "401 token.algorithm");
		REFUSALS.put(BadToken.FOREIGN_KEY, "401 token.key");
		REFUSALS.put(BadToken.FOREIGN_KEY_SAME_KID, "401 token.signature");
		REFUSALS.put(BadToken.EMBEDDED_JWK, "401 token.key");
		REFUSALS.put(BadToken.KEY_URL, "401 token.key");
		REFUSALS.put(BadToken.TAMPERED_PAYLOAD, "401 token.signature");
		REFUSALS.put(BadToken.TAMPERED_SIGNATURE, "401 token.signature");
		REFUSALS.put(BadToken.EMPTY_SIGNATURE, "401 token.malformed");
		REFUSALS.put(BadToken.TWO_PARTS, "401 token.malformed");
		REFUSALS.put(BadToken.NOT_A_JWT, "401 token.malformed");
		REFUSALS.put(BadToken.UNKNOWN_CRITICAL_HEADER, "401 token.malformed");
		REFUSALS.put(BadToken.BOUND_BY_DPOP, "401 token.binding-missing");
		REFUSALS.put(BadToken.BOUND_BY_CERTIFICATE, "401 token.binding-missing");
		REFUSALS.put(BadToken.AUDIENCE_OF_WRONG_TYPE, "401 token.malformed");
		REFUSALS.put(BadToken.EXPIRY_OF_WRONG_TYPE, "401 token.malformed");
	}

	private static RunningApplication application;

	ForgedTokenJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.startHandlers(placement, List.of("server.max-http-request-header-size=64KB"),
				Controller.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/catalog", "/nothing" })
	@Tag("AT2")
	@Tag("AT3")
	@Tag("AT4")
	@Tag("AT5")
	@Tag("AT11")
	@Tag("B8")
	@Tag("J5")
	@Tag("J7")
	@Tag("J10")
	void getWhenTokenBadThenRefusedWhateverTheEndpoint(String path) throws IOException {
		Map<BadToken, String> refusals = new EnumMap<>(BadToken.class);
		for (BadToken bad : BadToken.values()) {
			Answer answer = application.get(path, application.bearer(bad, "orders:read"));
			refusals.put(bad, answer.status() + " " + answer.code());
			assertThat(answer.header("WWW-Authenticate")).as("%s %s", bad, answer).contains("error=\"invalid_token\"");
		}
		assertThat(refusals).containsExactlyEntriesOf(REFUSALS);
	}

	@Test
	void getWhenBadTokenWasSentBeforeThenGoodOneStillServed() throws IOException {
		for (BadToken bad : List.of(BadToken.FOREIGN_KEY, BadToken.BOUND_BY_DPOP, BadToken.NOT_A_JWT)) {
			assertThat(application.get("/orders", application.bearer(bad, "orders:read")).status()).isEqualTo(401);
			assertThat(application.get("/orders", application.bearer("orders:read")).status()).isEqualTo(200);
		}
	}

	// Spring makes iat up, one second before exp
	@Test
	void getWhenIssuedAtIsInventedBySpringThenMissing() throws IOException {
		String token = application.token().lifetime(Duration.ofSeconds(30)).without("iat").mint();
		assertRefused(application.get("/orders", "Authorization: Bearer " + token), "token.iat-missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer a b", "bearer  x", "Bearer,x", "Bearer\tx", "BEARER x=y",
			"Bearer \u00e9\u00ff", "Bearer x, Bearer y", "Bearertoken" })
	@Tag("B1")
	void getWhenHeaderMalformedThenRefusedOnPublicEndpointsToo(String value) throws IOException {
		for (String path : List.of("/orders", "/catalog")) {
			Answer answer = application.get(path, "Authorization: " + value);
			assertThat(answer.status()).as("%s", answer).isEqualTo(401);
			assertThat(answer.code()).isEqualTo("token.malformed");
		}
	}

	@Test
	void getWhenTokenHugeThenRefused() throws IOException {
		assertRefused(application.get("/orders", "Authorization: Bearer " + "x".repeat(20_000)), "token.malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic dXNlcjpwYXNz", "Negotiate x", "\u00e9" })
	void getWhenSchemeUnknownThenAnonymous(String value) throws IOException {
		assertRefused(application.get("/orders", "Authorization: " + value), "subject.missing");
		assertThat(application.get("/catalog", "Authorization: " + value).status()).isEqualTo(200);
	}

	// Spring without dPoP() takes it for nobody's request
	@Test
	void getWhenDpopWithoutProofThenRefused() throws IOException {
		assertRefused(application.get("/orders", "Authorization: DPoP x"), "dpop.proof-missing");
		assertRefused(application.get("/catalog", "Authorization: DPoP x"), "dpop.proof-missing");
	}

	// RFC 6750 section 5.3, RFC 9700 section 4.3.2
	@Test
	@Tag("B3")
	@Tag("B4")
	@Tag("B9")
	void sendWhenTokenInQueryOrFormThenNotAccepted() throws IOException {
		String token = application.token().scopes("orders:read").mint();
		assertRefused(application.get("/orders?access_token=" + token), "subject.missing");
		assertRefused(application.post("/orders", "application/x-www-form-urlencoded", "access_token=" + token),
				"subject.missing");
	}

	private static void assertRefused(Answer answer, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo(code);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@PostMapping("/orders")
		@RequiresScope("orders:read")
		String order() {
			return "ordered";
		}

		@GetMapping("/catalog")
		@PublicAccess(reason = "everybody may look")
		String catalog() {
			return "catalog";
		}

	}

}
