package io.zerotrust.spring.token;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.jose.JwtIssuer;
import io.zerotrust.token.jose.JwtVerifier;
import io.zerotrust.token.jose.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which tokens are believed, and that a token believed before is held against everything
 * but its signature again.
 */
class VerifyingJwtDecoderTests {

	private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

	private final MovingClock clock = new MovingClock();

	private final SigningIssuer issuer = new SigningIssuer("https://idp.example.com");

	private final SigningIssuer partner = new SigningIssuer("https://partner.example.com");

	private final VerifiedTokens tokens = new VerifiedTokens(100, this.clock);

	private final JwtDecoder cached = decoder(this.tokens);

	private final JwtDecoder uncached = decoder(new VerifiedTokens(0, this.clock));

	@AfterEach
	void leaveRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void decodeWhenTokenIsGoodThenAsSpringHasIt() {
		String token = this.issuer.token(claims("a", 300, Map.of("aud", "orders", "n", 1)));
		Jwt jwt = this.cached.decode(token);
		assertThat(jwt.getTokenValue()).isEqualTo(token);
		assertThat(jwt.getSubject()).isEqualTo("a");
		assertThat(jwt.getAudience()).containsExactly("orders");
		assertThat(jwt.getExpiresAt()).isEqualTo(START.plusSeconds(300));
		assertThat(jwt.getClaims()).containsEntry("n", 1L);
		assertThat(jwt.getHeaders()).containsEntry("alg", "ES256").containsEntry("typ", "at+jwt");
	}

	@Test
	void decodeWhenSeenBeforeThenFromTheCache() {
		String token = this.issuer.token(claims("a", 300, Map.of()));
		Jwt first = this.cached.decode(token);
		assertThat(this.cached.decode(new String(token))).isSameAs(first);
		assertThat(this.tokens.hits()).isEqualTo(1);
		assertThat(this.tokens.misses()).isEqualTo(1);
		assertThat(this.tokens.size()).isEqualTo(1);
		this.tokens.dropIf((claims) -> "b".equals(claims.text("sub")));
		assertThat(this.tokens.size()).isEqualTo(1);
		this.tokens.dropIf((claims) -> "a".equals(claims.text("sub")));
		assertThat(this.tokens.size()).isZero();
		assertThat(this.cached.decode(token)).isNotSameAs(first);
	}

	// the next request gets the same token
	@Test
	void decodeWhenSomebodyChangesWhatStandsInItThenNobodyElseSees() {
		String token = this.issuer
			.token(claims("a", 300, Map.of("aud", List.of("orders"), "roles", List.of("x"), "cnf", Map.of("a", "b"))));
		Jwt jwt = this.cached.decode(token);
		for (String list : List.of("aud", "roles")) {
			List<Object> values = Objects.requireNonNull(jwt.getClaim(list));
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> values.add("admin"));
		}
		Map<String, Object> confirmation = Objects.requireNonNull(jwt.getClaim("cnf"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(confirmation::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> jwt.getClaims().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> jwt.getHeaders().clear());
		assertThat(this.cached.decode(token).getAudience()).containsExactly("orders");
	}

	@Test
	@Tag("AT5")
	void decodeWhenKeptTokenExpiresThenRefused() {
		String token = this.issuer.token(claims("a", 300, Map.of()));
		this.cached.decode(token);
		this.clock.now = START.plusSeconds(361);
		assertThatExceptionOfType(RefusedJwtException.class).isThrownBy(() -> this.cached.decode(token))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("token.expired"));
	}

	@Test
	@Tag("J9")
	void decodeWhenKeysRotateThenKeptTokenIsVerifiedAnew() {
		String token = this.issuer.token(claims("a", 300, Map.of()));
		this.cached.decode(token);
		this.issuer.rotate();
		assertThatExceptionOfType(RefusedJwtException.class).isThrownBy(() -> this.cached.decode(token))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("token.key"));
	}

	@Test
	void decodeWhenValidatorRefusesThenSaidAsSpringDoesAndNotKept() {
		String token = this.issuer.token(claims("refused", 300, Map.of()));
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> this.cached.decode(token));
		}
		assertThat(this.tokens.size()).isZero();
	}

	@Test
	void decodeWhenKeysCannotBeHadThenNoWordAboutTheToken() {
		String token = this.issuer.token(claims("a", 300, Map.of()));
		this.issuer.goAway();
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.cached.decode(token))
			.isExactlyInstanceOf(JwtException.class);
	}

	@Test
	@Tag("J9")
	void decodeWhenSeveralIssuersThenEachByItsOwnKeysAndValidators() {
		assertThat(this.cached.decode(this.partner.token(claims("refused", 300, Map.of()))).getSubject())
			.isEqualTo("refused");
		String forged = this.partner.token(claims("a", 300, Map.of("iss", this.issuer.name())));
		assertThatExceptionOfType(RefusedJwtException.class).isThrownBy(() -> this.cached.decode(forged))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("token.signature"));
		assertThat(this.partner.asked).isZero();
	}

	@Test
	void decodeWhenTokenEndsBeforeItBeginsThenRefused() {
		String token = this.issuer.token(claims("a", 300, Map.of("iat", START.plusSeconds(301).getEpochSecond())));
		assertThatExceptionOfType(RefusedJwtException.class).isThrownBy(() -> this.cached.decode(token))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("token.lifetime"));
	}

	@Test
	void decodeWhenTokenNeverEndsThenNotKept() {
		this.cached.decode(this.issuer.token(Map.of("sub", "a")));
		assertThat(this.tokens.size()).isZero();
	}

	// time, rotation, outage, revocation, another connection's certificate: in any order
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void decodeWhenAnythingHappensThenCachedAndUncachedAgree(long seed) throws Exception {
		Random random = new Random(seed);
		List<X509Certificate> certificates = List.of(certificate(1), certificate(2));
		List<String> made = new ArrayList<>();
		int accepted = 0;
		for (int step = 0; step < 400; step++) {
			switch (random.nextInt(12)) {
				case 0 -> this.clock.now = this.clock.now.plusSeconds(random.nextInt(60));
				case 1 -> (random.nextBoolean() ? this.issuer : this.partner).rotate();
				case 2 -> this.issuer.goAway();
				case 3 -> this.issuer.publish();
				case 4 -> {
					String sub = "user-" + random.nextInt(3);
					this.tokens.dropIf((claims) -> sub.equals(claims.text("sub")));
				}
				case 5 -> connect(certificates.get(random.nextInt(2)));
				case 6, 7 -> made.add(token(random, certificates));
				default -> {
					if (!made.isEmpty()) {
						String token = made.get(Math.max(0, made.size() - 1 - random.nextInt(4)));
						String outcome = outcome(this.cached, token);
						assertThat(outcome).as("step %d", step).isEqualTo(outcome(this.uncached, token));
						accepted += outcome.startsWith("accepted") ? 1 : 0;
					}
				}
			}
		}
		assertThat(accepted).isPositive();
		assertThat(this.tokens.hits()).isPositive();
	}

	private String token(Random random, List<X509Certificate> certificates) throws Exception {
		Map<String, Object> bound = random.nextBoolean() ? Map.of()
				: Map.of("cnf", Map.of("x5t#S256", thumbprint(certificates.get(random.nextInt(2)))));
		long life = random.nextInt(600);
		Map<String, Object> claims = claims("user-" + random.nextInt(3), 0, bound);
		claims = new TreeMap<>(claims);
		claims.put("iat", this.clock.now.getEpochSecond());
		claims.put("exp", this.clock.now.plusSeconds(life).getEpochSecond());
		return (random.nextBoolean() ? this.issuer : this.partner).token(claims);
	}

	private static String outcome(JwtDecoder decoder, String token) {
		try {
			return "accepted " + decoder.decode(token).getClaims();
		}
		catch (RefusedJwtException ex) {
			return "refused " + ex.reason().code();
		}
		catch (JwtException ex) {
			return ex.getClass().getSimpleName();
		}
	}

	private static Map<String, Object> claims(String sub, long seconds, Map<String, Object> more) {
		Map<String, Object> claims = new TreeMap<>(
				Map.of("sub", sub, "iat", START.getEpochSecond(), "exp", START.plusSeconds(seconds).getEpochSecond()));
		claims.putAll(more);
		return claims;
	}

	private static X509Certificate certificate(int number) throws Exception {
		X509Certificate certificate = Mockito.mock(X509Certificate.class);
		Mockito.when(certificate.getEncoded()).thenReturn(new byte[] { (byte) number });
		return certificate;
	}

	private static String thumbprint(X509Certificate certificate) throws Exception {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
	}

	private static void connect(X509Certificate certificate) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] { certificate });
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

	private JwtDecoder decoder(VerifiedTokens tokens) {
		List<JwtIssuer> issuers = List.of(
				new JwtIssuer(this.issuer.name(), SignatureAlgorithms.ALL, Duration.ofSeconds(60), this.issuer),
				new JwtIssuer(this.partner.name(), Set.of("ES256"), Duration.ZERO, this.partner));
		return new VerifyingJwtDecoder(new JwtVerifier(issuers, new Signatures(null), 8192, this.clock),
				Map.of(this.issuer.name(), validators(this.issuer.name(), "refused"), this.partner.name(),
						validators(this.partner.name(), null)),
				tokens, 8192, Duration.ofSeconds(1));
	}

	private OAuth2TokenValidator<Jwt> validators(String issuer, @Nullable String refused) {
		JwtTimestampValidator timestamps = new JwtTimestampValidator(Duration.ofSeconds(60));
		timestamps.setClock(this.clock);
		JwtTypeValidator type = new JwtTypeValidator("at+jwt");
		return JwtValidators.createDefaultWithValidators(List.of(new JwtIssuerValidator(issuer), type, timestamps,
				(jwt) -> Objects.equals(jwt.getSubject(), refused)
						? OAuth2TokenValidatorResult.failure(new OAuth2Error("x", "refused", null))
						: OAuth2TokenValidatorResult.success()));
	}

	/**
	 * Time as a test has it.
	 */
	private static final class MovingClock extends Clock {

		private Instant now = START;

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
