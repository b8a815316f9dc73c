package io.zerotrust.token.keys.remote;

import java.time.Duration;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.jwk.ECKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.MalformedJwsException;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.VerificationKey;
import io.zerotrust.token.keys.remote.KeyStatus.State;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every way in which an issuer can fail to publish its keys. Each time what was known
 * before keeps verifying, what was forged does not, and operators are told why.
 */
class KeyChaosTests {

	private static final ECKey KEY = TestKeys.ec("key");

	private static final ECKey FORGED = TestKeys.ec("key");

	private static final Signatures SIGNATURES = new Signatures(null);

	static Stream<Arguments> failures() {
		return Stream.of(arguments(FetchOutcome.ANSWER, "/keys answers with status 500", serverError()),
				arguments(FetchOutcome.ANSWER, "/keys answers with status 404", notFound()),
				arguments(FetchOutcome.ANSWER, "/keys answers with status 204", aResponse().withStatus(204)),
				arguments(FetchOutcome.ANSWER, "/keys answers with status 206",
						okJson(TestKeys.published(FORGED)).withStatus(206)),
				arguments(FetchOutcome.ANSWER,
						"/keys answers with content type \"text/html;charset=utf-8\" where application/json or "
								+ "application/jwk-set+json is expected: it seems to be a page, that of a login or of a "
								+ "proxy perhaps",
						ok("<html>Please log in</html>").withHeader("Content-Type", "text/html;charset=utf-8")),
				arguments(FetchOutcome.ANSWER,
						"/keys answers with content type \"text/plain\" where application/json or "
								+ "application/jwk-set+json is expected",
						ok(TestKeys.published(FORGED)).withHeader("Content-Type", "text/plain")),
				arguments(FetchOutcome.ANSWER, "/keys answers with no content type where",
						ok(TestKeys.published(FORGED))),
				arguments(FetchOutcome.ANSWER, "/keys answers with content encoding \"br\", which was not asked for",
						okJson(TestKeys.published(FORGED)).withHeader("Content-Encoding", "br")),
				arguments(FetchOutcome.ANSWER, "/keys sends nothing", okJson("")),
				arguments(FetchOutcome.ANSWER, "/keys sends what is no JSON object", okJson("no json")),
				arguments(FetchOutcome.ANSWER, "/keys sends what is no JSON object", okJson("null")),
				arguments(FetchOutcome.ANSWER, "/keys sends what is no JSON object", okJson("[[\"keys\",[]]]")),
				arguments(FetchOutcome.ANSWER, "/keys sends what is no JSON object",
						okJson("{\"keys\":" + "[".repeat(BrokenIssuer.MAX_SIZE - 10))),
				arguments(FetchOutcome.ANSWER, "/keys sends more than 4096 bytes",
						okJson(" ".repeat(BrokenIssuer.MAX_SIZE) + TestKeys.published(FORGED))),
				arguments(FetchOutcome.ANSWER, "/keys sends more than 4096 bytes",
						okJson(" ".repeat(20 * BrokenIssuer.MAX_SIZE)).withChunkedDribbleDelay(4, 100)),
				arguments(FetchOutcome.KEYS, "/keys has no key that verifies tokens", okJson("{\"keys\":[]}")),
				arguments(FetchOutcome.KEYS, "/keys has no key that verifies tokens", okJson("{}")),
				arguments(FetchOutcome.KEYS,
						"/keys has no key that verifies tokens, first because of private key: dropped: the private "
								+ "key is published to everybody who can read this key set; change it",
						okJson("{\"keys\":[" + FORGED.toJSONString() + "]}")),
				arguments(FetchOutcome.TIMED_OUT, "/keys did not come within 400 ms",
						okJson(TestKeys.published(FORGED)).withFixedDelay(1500)),
				// each byte in time, all of them not
				arguments(FetchOutcome.TIMED_OUT, "/keys did not come within 400 ms",
						okJson(TestKeys.published(FORGED)).withChunkedDribbleDelay(10, 1500)),
				arguments(FetchOutcome.UNREACHABLE, "/keys cannot be reached",
						aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
				arguments(FetchOutcome.UNREACHABLE, "/keys cannot be reached",
						aResponse().withFault(Fault.EMPTY_RESPONSE)),
				arguments(FetchOutcome.UNREACHABLE, "/keys cannot be reached",
						aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
				arguments(FetchOutcome.LOCATION,
						"/keys redirects to \"http://127.0.0.1:1/keys\", and only redirects to the same scheme, host "
								+ "and port are followed",
						temporaryRedirect("http://127.0.0.1:1/keys")),
				arguments(FetchOutcome.LOCATION, "/keys redirects to \"file:///etc/passwd\"",
						temporaryRedirect("file:///etc/passwd")),
				arguments(FetchOutcome.LOCATION, "/keys redirects to \"\"", aResponse().withStatus(302)),
				arguments(FetchOutcome.LOCATION, "/keys redirects more than 3 times", temporaryRedirect("/keys")));
	}

	@ParameterizedTest
	@MethodSource("failures")
	@Tag("AT4")
	void fetchWhenIssuerFailsThenKnownKeysDoToTheLimitAndForgedOnesNever(FetchOutcome outcome, String message,
			ResponseDefinitionBuilder failure) {
		Duration timeout = (outcome == FetchOutcome.TIMED_OUT) ? BrokenIssuer.SHORT_TIMEOUT : BrokenIssuer.TIMEOUT;
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys", timeout)) {
			issuer.answers("/keys", failure);
			assertFailed(issuer.fetch(), State.NO_KEYS, outcome, message);
			assertThat(issuer.keys().current()).isNull();
			issuer.coolDown();
			issuer.publishes(KEY);
			assertThat(issuer.fetchPublished().state()).isEqualTo(State.UP);
			issuer.answers("/keys", failure);
			issuer.clock.move(BrokenIssuer.STALE_LIMIT);
			assertFailed(issuer.fetch(), State.STALE, outcome, message);
			assertThat(verifies(issuer, KEY)).isTrue();
			assertThat(verifies(issuer, FORGED)).isFalse();
			issuer.clock.move(Duration.ofMillis(1));
			assertThat(issuer.keys().current()).isNull();
			assertThat(issuer.status().state()).isEqualTo(State.NO_KEYS);
			assertThat(issuer.status().keys()).isZero();
			issuer.coolDown();
			issuer.publishes(KEY);
			assertThat(issuer.fetchPublished().state()).isEqualTo(State.UP);
			assertThat(issuer.status().version()).isEqualTo(1);
		}
	}

	@Test
	void fetchWhenNobodyListensThenUnreachable() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.stop();
			assertFailed(issuer.fetch(), State.NO_KEYS, FetchOutcome.UNREACHABLE,
					"/keys cannot be reached: ConnectException");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json; charset=utf-8", "Application/JWK-Set+JSON",
			"application/vnd.keys+json" })
	void fetchWhenJsonByAnyNameThenRead(String type) {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.answers("/keys", ok(TestKeys.published(KEY)).withHeader("Content-Type", type));
			assertThat(issuer.fetch().state()).isEqualTo(State.UP);
		}
	}

	@Test
	void fetchWhenRedirectedAtSameOriginThenFollowed() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/a")) {
			issuer.answers("/a", temporaryRedirect("b"));
			issuer.answers("/b", temporaryRedirect(issuer.url() + "/c"));
			issuer.answers("/c", temporaryRedirect("/keys"));
			issuer.publishes(KEY);
			assertThat(issuer.fetch().state()).isEqualTo(State.UP);
			assertThat(issuer.asked()).isEqualTo(4);
		}
	}

	@Test
	void fetchWhenRedirectedToOtherHostThenItIsNotAsked() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys");
				BrokenIssuer other = BrokenIssuer.withKeysAt("/keys")) {
			other.publishes(FORGED);
			issuer.answers("/keys", temporaryRedirect(other.url() + "/keys"));
			assertThat(issuer.fetch().state()).isEqualTo(State.NO_KEYS);
			assertThat(other.asked()).isZero();
		}
	}

	private static void assertFailed(KeyStatus status, State state, FetchOutcome outcome, String message) {
		assertThat(status.state()).as("%s", status).isEqualTo(state);
		assertThat(status.failure()).contains(message).doesNotContain(FORGED.getD().toString());
		assertThat(status.attempts().get(outcome)).as("%s", status.attempts()).isPositive();
	}

	private static boolean verifies(BrokenIssuer issuer, ECKey signer) {
		KeySet keys = issuer.keys().current();
		return keys != null && verifies(keys, TestKeys.token(signer));
	}

	static boolean verifies(KeySet keys, String token) {
		CompactJws jws = read(token);
		for (VerificationKey key : keys.matching(jws.header().getKeyID(), "ES256")) {
			if (SIGNATURES.verify(jws, key.key())) {
				return true;
			}
		}
		return false;
	}

	private static CompactJws read(String token) {
		try {
			return CompactJws.read(token, 8192);
		}
		catch (MalformedJwsException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
