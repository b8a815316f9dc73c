package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.jose.JwtIssuer;
import io.zerotrust.token.jose.JwtVerifier;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeySet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * That a reactive decoder says what the blocking one says, and waits for nobody.
 */
class ReactiveDecoderTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final SigningIssuer issuer = new SigningIssuer("https://idp.example.com");

	private final VerifiedTokens tokens = new VerifiedTokens(100, Clock.systemUTC());

	private final ReactiveVerifyingJwtDecoder decoder = decoder(this.issuer, Duration.ofSeconds(1));

	@Test
	void decodeWhenTokenIsGoodThenItAndNextTimeFromTheCache() {
		String token = token("a");
		Jwt first = this.decoder.decode(token).block(LONG);
		assertThat(first).isNotNull().satisfies((jwt) -> assertThat(jwt.getSubject()).isEqualTo("a"));
		assertThat(this.decoder.decode(token).block(LONG)).isSameAs(first);
		assertThat(this.tokens.hits()).isEqualTo(1);
		assertThat(this.decoder.knows("https://idp.example.com")).isTrue();
		assertThat(this.decoder.knows("https://other.example.com")).isFalse();
	}

	@Test
	void decodeWhenRefusedThenSaidAsTheBlockingOneSays() {
		assertThatExceptionOfType(JwtValidationException.class)
			.isThrownBy(() -> this.decoder.decode(token("refused")).block(LONG));
		String good = token("a");
		String forged = good.substring(0, good.length() - 12) + "AAAAAAAAAAAA";
		assertThatExceptionOfType(RefusedJwtException.class).isThrownBy(() -> this.decoder.decode(forged).block(LONG))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("token.signature"));
		assertThatExceptionOfType(RefusedJwtException.class).isThrownBy(() -> this.decoder.decode("x").block(LONG))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("token.malformed"));
		assertThat(this.tokens.size()).isZero();
	}

	@Test
	@Tag("J9")
	void decodeWhenKeysComeLaterThenNobodyWaitsMeanwhile() {
		LateKeys keys = new LateKeys();
		List<Jwt> decoded = new ArrayList<>();
		decoder(keys, LONG).decode(token("a")).subscribe(decoded::add);
		assertThat(decoded).isEmpty();
		KeySet published = this.issuer.current();
		keys.answer.complete(published);
		Mono.delay(Duration.ofMillis(10)).repeat(() -> decoded.isEmpty()).blockLast(LONG);
		assertThat(decoded).singleElement().satisfies((jwt) -> assertThat(jwt.getSubject()).isEqualTo("a"));
	}

	// a client that goes away is no error, and takes nothing from the others
	@Test
	@Tag("J9")
	void decodeWhenCallerGoesAwayThenNothingIsDroppedAndTheOthersGetTheToken() {
		Dropped dropped = new Dropped();
		LateKeys keys = new LateKeys();
		ReactiveVerifyingJwtDecoder late = decoder(keys, LONG);
		Mono<Jwt> staying = late.decode(token("a")).cache();
		staying.subscribe();
		late.decode(token("a")).subscribe().dispose();
		assertThat(keys.answer).isNotDone();
		keys.answer.complete(this.issuer.current());
		assertThat(staying.block(LONG)).isNotNull();
		String known = token("b");
		this.decoder.decode(known).block(LONG);
		for (String token : List.of(known, token("c"), "x")) {
			this.decoder.decode(token).materialize().flatMap((decoded) -> Mono.never()).subscribe().dispose();
		}
		LateKeys never = new LateKeys();
		decoder(never, LONG).decode(token("d")).subscribe().dispose();
		never.answer.completeExceptionally(new IllegalStateException("away"));
		decoder(new LateKeys(), Duration.ofMillis(1)).decode(token("e")).subscribe().dispose();
		Mono.delay(Duration.ofMillis(100)).block(LONG);
		assertThat(dropped.take()).isEmpty();
	}

	// no word about the token: Spring makes an outage of it, not a refusal
	@Test
	void decodeWhenKeysCannotBeHadThenNoWordAboutTheToken() {
		String token = token("a");
		this.issuer.goAway();
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.decoder.decode(token).block(LONG))
			.isExactlyInstanceOf(JwtException.class);
		ReactiveVerifyingJwtDecoder impatient = decoder(new LateKeys(), Duration.ofMillis(20));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> impatient.decode(token).block(LONG))
			.isExactlyInstanceOf(JwtException.class)
			.withCauseInstanceOf(TimeoutException.class);
	}

	@Test
	void decodeWhenAnotherDecoderIsKeptThenAskedOnceAndByItselfAlone() {
		List<String> asked = new ArrayList<>();
		ReactiveJwtDecoder own = (token) -> {
			asked.add(token);
			return this.decoder.decode(token);
		};
		KeepingReactiveJwtDecoder keeping = new KeepingReactiveJwtDecoder(own,
				new VerifiedTokens(9, Clock.systemUTC()));
		String token = token("a");
		assertThat(keeping.decode(token).block(LONG)).isSameAs(keeping.decode(token).block(LONG));
		assertThat(asked).hasSize(1);
		KeepingReactiveJwtDecoder off = new KeepingReactiveJwtDecoder(own, new VerifiedTokens(0, Clock.systemUTC()));
		off.decode(token).block(LONG);
		off.decode(token).block(LONG);
		assertThat(asked).hasSize(3);
	}

	@Test
	void authenticateWhenDispatchedThenByWhatTheTokenSaysOfItself() {
		ReactiveTokenDispatch dispatch = new ReactiveTokenDispatch(named("jwts"), named("asked"),
				"https://asked.example.com", 8192);
		SigningIssuer asked = new SigningIssuer("https://asked.example.com");
		assertThat(by(dispatch, "opaque")).isEqualTo("asked");
		assertThat(by(dispatch, asked.token(claims("a")))).isEqualTo("asked");
		assertThat(by(dispatch, token("a"))).isEqualTo("jwts");
		assertThat(by(dispatch, "ey.garbage.x")).isEqualTo("jwts");
		assertThat(by(dispatch, "x".repeat(9000))).isEqualTo("jwts");
		assertThat(dispatch.authenticate(new TestingAuthenticationToken("a", "b")).blockOptional(LONG)).isEmpty();
	}

	private static @Nullable String by(ReactiveTokenDispatch dispatch, String token) {
		Authentication authentication = dispatch.authenticate(new BearerTokenAuthenticationToken(token)).block(LONG);
		return (authentication != null) ? authentication.getName() : null;
	}

	private static ReactiveAuthenticationManager named(String name) {
		return (authentication) -> Mono.just(new TestingAuthenticationToken(name, ""));
	}

	private ReactiveVerifyingJwtDecoder decoder(IssuerKeys keys, Duration patience) {
		OAuth2TokenValidator<Jwt> validator = (jwt) -> "refused".equals(jwt.getSubject())
				? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "no", null))
				: OAuth2TokenValidatorResult.success();
		return new ReactiveVerifyingJwtDecoder(new VerifyingJwtDecoder(
				new JwtVerifier(Set.of(new JwtIssuer(this.issuer.name(), SignatureAlgorithms.ALL, LONG, keys)),
						new Signatures(null), 8192, Clock.systemUTC()),
				Map.of(this.issuer.name(), validator), this.tokens, 8192, patience));
	}

	private String token(String subject) {
		return this.issuer.token(claims(subject));
	}

	private static Map<String, Object> claims(String subject) {
		long now = Instant.now().getEpochSecond();
		return Map.of("sub", subject, "iat", now, "exp", now + 300);
	}

	/**
	 * Keys that are there when the test says so.
	 */
	private static final class LateKeys implements IssuerKeys {

		private final CompletableFuture<KeySet> answer = new CompletableFuture<>();

		@Override
		public @Nullable KeySet current() {
			return null;
		}

		@Override
		public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
			return this.answer;
		}

	}

}
