package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.spring.token.TokenIssuer.Introspection;
import io.zerotrust.token.Binding;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.KeysUnavailableException;
import io.zerotrust.token.keys.VerificationKey;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignedAnswersTests {

	private static final String ISSUER = "https://idp.example.com";

	private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

	private static RSAKey key;

	private static RSAKey foreign;

	private final Keys keys = new Keys();

	@BeforeAll
	static void makeKeys() throws JOSEException {
		key = new RSAKeyGenerator(2048).keyID("k1").generate();
		foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
	}

	@Tag("IN7")
	@Test
	void readWhenSignedForUsThenItsMembers() throws Exception {
		assertThat(read(sign(key, "token-introspection+jwt", claims()))).containsEntry("active", true)
			.containsEntry("sub", "alice");
		Map<String, Object> named = claims();
		named.put("aud", List.of("someone", "orders"));
		assertThat(read(sign(key, "token-introspection+jwt", named))).containsEntry("active", true);
	}

	@Tag("IN7")
	@ParameterizedTest
	@ValueSource(
			strings = { "at+jwt", "JWT", "application/token-introspection+jwt", "TOKEN-INTROSPECTION+JWT", "dpop+jwt" })
	void readWhenItIsAnotherJwtOfTheIssuerThenRefused(String type) {
		// an access token that even carries the member
		assertRefused(() -> sign(key, type, claims()), "typ");
		assertRefused(() -> sign(key, null, claims()), "typ");
	}

	@Tag("IN7")
	@Test
	void readWhenItIsForOrFromAnotherOrOldThenRefused() {
		assertRefused("iss", null, "iss");
		assertRefused("iss", ISSUER + "/", "iss");
		assertRefused("aud", null, "aud");
		assertRefused("aud", "billing", "aud");
		assertRefused("aud", 1, "aud");
		assertRefused("iat", null, "iat");
		assertRefused("iat", "now", "iat");
		assertRefused("iat", NOW.minusSeconds(65).getEpochSecond(), "iat");
		assertRefused("iat", NOW.plusSeconds(61).getEpochSecond(), "iat");
		assertRefused("token_introspection", null, "token_introspection");
		assertRefused("token_introspection", "{\"active\":true}", "token_introspection");
		assertRefused("token_introspection", List.of(Map.of("active", true)), "token_introspection");
	}

	@Tag("IN7")
	@Test
	void readWhenSignatureDoesNotHoldThenRefused() throws Exception {
		assertRefused(() -> sign(foreign, "token-introspection+jwt", claims()), "signature");
		String good = sign(key, "token-introspection+jwt", claims());
		Map<String, Object> changed = claims();
		changed.put("token_introspection", Map.of("active", true, "sub", "mallory"));
		String[] parts = good.split("\\.");
		String forged = parts[0] + "." + Base64URL.encode(new Payload(changed).toString()) + "." + parts[2];
		assertRefused(() -> forged, "signature");
	}

	@Tag("IN7")
	@Test
	void readWhenNotSignedAsTheIssuerSignsThenRefused() throws Exception {
		JWSObject symmetric = new JWSObject(
				new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("token-introspection+jwt")).build(),
				new Payload(claims()));
		symmetric.sign(new MACSigner(key.toPublicJWK().toRSAPublicKey().getEncoded()));
		assertRefused(symmetric::serialize, "alg");
		String none = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"token-introspection+jwt\"}") + "."
				+ Base64URL.encode(new Payload(claims()).toString()) + ".";
		assertThatIllegalArgumentException().isThrownBy(() -> read(none));
		assertThatIllegalArgumentException().isThrownBy(() -> read("a.b.c.d.e"));
		assertThatIllegalArgumentException().isThrownBy(() -> read("{\"active\":true}"));
		assertRefused(() -> {
			JWSObject other = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("k1")
				.type(new JOSEObjectType("token-introspection+jwt"))
				.build(), new Payload(claims()));
			other.sign(new RSASSASigner(key));
			return other.serialize();
		}, "alg");
	}

	@Tag("IN7")
	@Test
	void readWhenKeysAreNotThereThenRefusedAndWhenRotatedThenAskedForOnce() throws Exception {
		String good = sign(key, "token-introspection+jwt", claims());
		assertThatIllegalArgumentException().isThrownBy(() -> read(answers(new KeyRing(Map.of())), good))
			.withMessageContaining("not known");
		this.keys.now = null;
		this.keys.newer = null;
		assertThatIllegalArgumentException().isThrownBy(() -> read(good)).withMessageContaining("cannot be had");
		this.keys.now = keySet(1, foreign);
		this.keys.newer = keySet(2, key);
		assertThat(read(good)).containsEntry("active", true);
		assertThat(this.keys.asked).isEqualTo(2);
	}

	@Tag("IN6")
	@Test
	void introspectWhenSignedThenAskedForAndPlainJsonIsNotTaken() throws Exception {
		WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		server.start();
		try {
			Introspection introspection = new Introspection(server.baseUrl() + "/introspect", "orders-api", "s", true);
			IntrospectionLimits limits = new IntrospectionLimits(Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO,
					10, 10);
			IssuerIntrospector introspector = new IssuerIntrospector(rules(),
					new IntrospectionClient(introspection, limits.timeout(), answers(ring())), limits,
					Clock.fixed(NOW, ZoneOffset.UTC), (outcome, took, problem) -> {
					});
			String good = sign(key, "token-introspection+jwt", claims());
			answer(server, "application/token-introspection+jwt", good);
			assertThat(introspector.introspect("token").getName()).isEqualTo("alice");
			server.verify(1, postRequestedFor(urlEqualTo("/introspect")).withHeader("Accept",
					equalTo("application/token-introspection+jwt")));
			for (String type : List.of("application/json", "application/jwt", "text/plain")) {
				answer(server, type, good);
				assertThatExceptionOfType(OAuth2IntrospectionException.class)
					.isThrownBy(() -> introspector.introspect("token"));
			}
			answer(server, "application/json", "{\"active\":true,\"sub\":\"alice\"}");
			assertThatExceptionOfType(OAuth2IntrospectionException.class)
				.isThrownBy(() -> introspector.introspect("token"));
			answer(server, "application/token-introspection+jwt", sign(key, "at+jwt", claims()));
			assertThatExceptionOfType(OAuth2IntrospectionException.class)
				.isThrownBy(() -> introspector.introspect("token"));
		}
		finally {
			server.stop();
		}
	}

	private static void answer(WireMockServer server, String type, String body) {
		server.stubFor(post(urlEqualTo("/introspect"))
			.willReturn(aResponse().withStatus(200).withHeader("Content-Type", type).withBody(body)));
	}

	private void assertRefused(String claim, @Nullable Object value, String problem) {
		Map<String, Object> claims = claims();
		claims.remove(claim);
		if (value != null) {
			claims.put(claim, value);
		}
		assertRefused(() -> sign(key, "token-introspection+jwt", claims), problem);
	}

	private void assertRefused(Text text, String problem) {
		assertThatIllegalArgumentException().isThrownBy(() -> read(text.make())).withMessageContaining(problem);
	}

	private Map<String, Object> read(String text) {
		return read(answers(ring()), text);
	}

	private static Map<String, Object> read(SignedAnswers answers, String text) {
		try {
			return answers.read(text, 65_536).toCompletableFuture().join();
		}
		catch (CompletionException ex) {
			throw (IllegalArgumentException) ex.getCause();
		}
	}

	private KeyRing ring() {
		return new KeyRing(Map.of(ISSUER, this.keys));
	}

	private SignedAnswers answers(KeyRing ring) {
		Introspection introspection = new Introspection("https://idp.example.com/introspect", "orders-api", "s", true);
		return new SignedAnswers(new TokenIssuer(rules(), null, introspection), () -> ring, new Signatures(null),
				Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(2));
	}

	private static TrustedIssuer rules() {
		return new TrustedIssuer(ISSUER, Set.of("orders"), false, Duration.ofHours(1), Duration.ofSeconds(60),
				ClaimLayout.standard(), Set.of("RS256"), Binding.accepted());
	}

	private static Map<String, Object> claims() {
		return new HashMap<>(Map.of("iss", ISSUER, "aud", "orders-api", "iat", NOW.getEpochSecond(),
				"token_introspection", Map.of("active", true, "sub", "alice")));
	}

	private static String sign(RSAKey with, @Nullable String type, Map<String, Object> claims) throws JOSEException {
		JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
		if (type != null) {
			header.type(new JOSEObjectType(type));
		}
		JWSObject jws = new JWSObject(header.build(), new Payload(claims));
		jws.sign(new RSASSASigner(with));
		return jws.serialize();
	}

	private static KeySet keySet(long version, RSAKey of) {
		try {
			return new KeySet(version, List.of(new VerificationKey("k1", null, of.toRSAPublicKey())), NOW);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes a text.
	 */
	private interface Text {

		String make() throws Exception;

	}

	private static final class Keys implements IssuerKeys {

		private @Nullable KeySet now = keySet(1, key);

		private @Nullable KeySet newer = keySet(1, key);

		private int asked;

		@Override
		public @Nullable KeySet current() {
			return this.now;
		}

		@Override
		public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
			this.asked++;
			return (this.newer != null) ? CompletableFuture.completedFuture(this.newer)
					: CompletableFuture.failedFuture(new KeysUnavailableException("away"));
		}

	}

}
