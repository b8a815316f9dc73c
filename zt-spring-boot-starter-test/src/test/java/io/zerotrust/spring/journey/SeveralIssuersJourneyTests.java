package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.test.ZtTestIssuer;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.VerificationKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An issuer by Spring Boot's properties, one listed beside it, and one that is asked.
 */
class SeveralIssuersJourneyTests {

	private static final String PARTNER = "https://partner.example.com";

	private static final String ASKED = "https://opaque.example.com";

	private static final List<String> PROPERTIES = List.of("zt.issuers[0].issuer=" + PARTNER,
			"zt.issuers[0].audiences=partner-orders", "zt.issuers[0].max-lifetime=2m", "zt.issuers[0].clock-skew=60s",
			"zt.token.clock-skew=5s", "zt.issuers[0].jws-algorithms=RS256,ES256", "zt.issuers[0].require-type=true",
			"zt.issuers[1].issuer=" + ASKED, "zt.issuers[1].audiences=orders",
			"zt.issuers[1].introspection.uri=https://opaque.example.com/introspect",
			"zt.issuers[1].introspection.client-id=orders", "zt.issuers[1].introspection.client-secret=secret");

	private static final AtomicInteger FETCHES = new AtomicInteger();

	private static final AtomicInteger QUESTIONS = new AtomicInteger();

	private static RSAKey key;

	private static RunningApplication application;

	@BeforeAll
	static void start() throws JOSEException {
		key = new RSAKeyGenerator(2048).keyID("partner").generate();
		application = RunningApplication.start(PROPERTIES, Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	@Tag("B1")
	void getWhenTokenOfAnyTrustedIssuerThenServed() throws IOException {
		assertServed(application.bearer("orders:read"));
		assertServed("Authorization: Bearer " + partner(Map.of()));
		assertServed("Authorization: bearer " + partner(Map.of()));
		assertServed("Authorization: Bearer opaque");
		int questions = QUESTIONS.get();
		assertServed("Authorization: Bearer " + partner(Map.of("iss", ASKED)));
		assertThat(QUESTIONS.get()).isEqualTo(questions + 1);
	}

	@Test
	@Tag("J9")
	@Tag("AT4")
	void getWhenSignedByAnotherTrustedIssuerThenRefused() throws IOException {
		assertRefused(partner(Map.of("iss", "https://idp.example.com", "aud", "orders")), "token.key");
		assertRefused(application.token().claim("iss", PARTNER).claim("aud", "partner-orders").mint(), "token.key");
	}

	@Test
	@Tag("AT2")
	void getWhenIssuerIsUnknownThenNobodyIsAsked() throws IOException {
		int fetches = FETCHES.get();
		int questions = QUESTIONS.get();
		for (int i = 0; i < 20; i++) {
			assertRefused(partner(Map.of("iss", "https://stranger-" + i + ".example.com")), "token.issuer");
		}
		assertThat(FETCHES.get()).isEqualTo(fetches);
		assertThat(QUESTIONS.get()).isEqualTo(questions);
	}

	// what holds for tokens of one issuer says nothing of another's
	@ParameterizedTest
	@CsvSource({ "aud, orders, token.audience", "exp, 180, token.lifetime", "typ, JWT, token.type" })
	@Tag("AT3")
	@Tag("J10")
	@Tag("J13")
	void getWhenRuleOfItsIssuerIsBrokenThenRefused(String name, String value, String code) throws IOException {
		Object changed = name.equals("exp") ? Instant.now().plusSeconds(Long.parseLong(value)).getEpochSecond() : value;
		assertRefused(partner(Map.of(name, changed)), code);
		assertServed("Authorization: Bearer "
				+ application.token().scopes("orders:read").lifetime(Duration.ofSeconds(180)).type("JWT").mint());
	}

	@Test
	@Tag("AT5")
	void getWhenClocksOfIssuersAreTrustedDifferentlyThenEachAsFarAsItsOwn() throws IOException {
		long now = Instant.now().getEpochSecond();
		assertServed("Authorization: Bearer " + partner(Map.of("iat", now - 90, "exp", now - 30)));
		assertRefused(partner(Map.of("iat", now - 130, "exp", now - 70)), "token.expired");
		assertRefused(application.token()
			.scopes("orders:read")
			.issuedAt(Instant.now().minusSeconds(90))
			.lifetime(Duration.ofSeconds(60))
			.mint(), "token.expired");
	}

	@Test
	void getWhenIssuerThatIsAskedKnowsNothingThenRefused() throws IOException {
		Answer answer = application.get("/orders", "Authorization: Bearer unknown");
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).startsWith("token.");
	}

	@Test
	@Tag("B2")
	void getWhenTokenInHeaderAndQueryThenAmbiguous() throws IOException {
		String token = application.token().scopes("orders:read").mint();
		for (String scheme : List.of("Bearer", "bearer", "DPoP")) {
			for (String query : List.of("access_token=" + token, "a=b&access%5Ftoken=x")) {
				Answer answer = application.get("/orders?" + query, "Authorization: " + scheme + " " + token);
				assertThat(answer.status()).as("%s", answer).isEqualTo(400);
				assertThat(answer.code()).isEqualTo("credential.ambiguous");
			}
		}
		assertServed("Authorization: Bearer " + token);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					zt.issuers[2].issuer=https://partner.example.com zt.issuers[2].audiences=a | zt.issuers has the issuer https://partner.example.com, which is configured elsewhere too.
					zt.issuers[2].audiences=a | zt.issuers[2].issuer is not set.
					zt.issuers[2].issuer=https://c.example.com | zt.issuers[2].audiences is [] for the issuer https://c.example.com, so tokens for other services would be accepted.
					zt.issuers[2].issuer=http://c.example.com zt.issuers[2].audiences=a | zt.issuers[2].issuer is http://c.example.com, which is fetched without TLS
					zt.issuers[2].issuer=https://c.example.com zt.issuers[2].audiences=a zt.issuers[2].jws-algorithms=HS256 | zt.issuers[2].jws-algorithms has HS256, which is no asymmetric signature.
					zt.issuers[2].issuer=https://c.example.com zt.issuers[2].audiences=a zt.issuers[2].clock-skew=2m | zt.issuers[2].clock-skew is 120s, which no clock needs.
					zt.issuers[2].issuer=https://c.example.com zt.issuers[2].audiences=a zt.issuers[2].claims.roles=a.b | zt.issuers[2].claims.roles has the entry a.b
					zt.issuers[2].issuer=https://c.example.com zt.issuers[2].audiences=a zt.issuers[2].introspection.uri=https://c.example.com/i zt.issuers[2].introspection.client-id=a zt.issuers[2].introspection.client-secret=b | zt.issuers[2].introspection is set beside zt.issuers[1].introspection
					zt.callers.shop=web | zt.callers names clients beside 3 issuers
					zt.token.cache.decoders=nobody | zt.token.cache.decoders has the entry nobody, and no JwtDecoder bean is named so.
					zt.token.cache.size=-1 | zt.token.cache.size is -1.
					zt.token.max-length=10 | zt.token.max-length is 10, and no token is that short.
					""")
	@Tag("J3")
	void startWhenIssuersCannotBeMeantThenSaysSo(String properties, String problem) {
		List<String> all = new ArrayList<>(PROPERTIES);
		all.addAll(List.of(properties.split(" ")));
		assertThatThrownBy(() -> RunningApplication.start(all, Api.class).close())
			.satisfies((failure) -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
				.hasMessageStartingWith(problem));
	}

	private static void assertServed(String authorization) throws IOException {
		Answer answer = application.get("/orders", authorization);
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

	private static void assertRefused(String token, String code) throws IOException {
		Answer answer = application.get("/orders", "Authorization: Bearer " + token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo(code);
	}

	/**
	 * A token of the partner, with something else about it. What is named {@code typ}
	 * goes into its header.
	 */
	private static String partner(Map<String, Object> changes) {
		Instant now = Instant.now();
		Map<String, Object> claims = new HashMap<>(Map.of("iss", PARTNER, "aud", "partner-orders", "sub", "user",
				"client_id", "client", "scope", "orders:read", "iat", now.getEpochSecond(), "exp",
				now.plusSeconds(60).getEpochSecond(), "jti", "1"));
		claims.putAll(changes);
		Object type = claims.remove("typ");
		JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("partner")
			.type(new JOSEObjectType((type != null) ? type.toString() : "at+jwt"))
			.build(), new Payload(claims));
		try {
			token.sign(new RSASSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	/**
	 * Keys that count how often they are fetched.
	 */
	private record Counted(KeySet current) implements IssuerKeys {

		@Override
		public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
			FETCHES.incrementAndGet();
			return CompletableFuture.completedFuture(this.current);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		KeyRing keyRing(ZtTestIssuer issuer) throws JOSEException {
			return new KeyRing(Map.of(PARTNER, keys("partner", key), issuer.issuer(),
					keys("zt-test", issuer.publicKeys().getKeys().get(0).toRSAKey())));
		}

		@Bean
		OpaqueTokenIntrospector introspector() {
			return (token) -> {
				QUESTIONS.incrementAndGet();
				if (token.equals("unknown")) {
					throw new BadOpaqueTokenException("inactive");
				}
				Instant now = Instant.now();
				return new DefaultOAuth2AuthenticatedPrincipal("user",
						Map.of("iss", ASKED, "aud", List.of("orders"), "sub", "user", "client_id", "client", "scope",
								List.of("orders:read"), "iat", now, "exp", now.plusSeconds(60), "jti", "1"),
						AuthorityUtils.NO_AUTHORITIES);
			};
		}

		private static IssuerKeys keys(String id, RSAKey key) throws JOSEException {
			return new Counted(
					new KeySet(1, List.of(new VerificationKey(id, "RS256", key.toRSAPublicKey())), Instant.EPOCH));
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

	}

}
