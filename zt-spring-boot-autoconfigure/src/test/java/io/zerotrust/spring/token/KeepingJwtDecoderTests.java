package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Answers of a decoder of the application are kept until the token ends, for that decoder
 * alone.
 */
class KeepingJwtDecoderTests {

	private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

	private final AtomicInteger asked = new AtomicInteger();

	private final JwtDecoder own = (token) -> {
		this.asked.incrementAndGet();
		if (token.startsWith("bad")) {
			throw new BadJwtException(token);
		}
		return Jwt.withTokenValue(token)
			.header("alg", "RS256")
			.subject("alice")
			.expiresAt(NOW.plusSeconds(token.startsWith("short") ? 0 : 60))
			.build();
	};

	@Test
	void decodeWhenTokenComesAgainThenTheDecoderIsNotAskedUntilItEnds() {
		VerifiedTokens tokens = tokens(NOW);
		KeepingJwtDecoder decoder = new KeepingJwtDecoder(this.own, tokens);
		Jwt first = decoder.decode("one");
		assertThat(decoder.decode("one")).isSameAs(first);
		assertThat(this.asked).hasValue(1);
		tokens.dropIf((claims) -> "alice".equals(claims.text("sub")));
		decoder.decode("one");
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void decodeWhenTokenHasEndedThenAskedEachTime() {
		KeepingJwtDecoder decoder = new KeepingJwtDecoder(this.own, tokens(NOW));
		decoder.decode("short");
		decoder.decode("short");
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void decodeWhenTokenIsBadThenNothingIsKept() {
		VerifiedTokens tokens = tokens(NOW);
		KeepingJwtDecoder decoder = new KeepingJwtDecoder(this.own, tokens);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode("bad"));
		}
		assertThat(this.asked).hasValue(2);
		assertThat(tokens.size()).isZero();
	}

	// what one decoder believes another need not
	@Test
	void decodeWhenAnotherDecoderKeptTheTokenThenAskedAllTheSame() {
		VerifiedTokens tokens = tokens(NOW);
		new KeepingJwtDecoder(this.own, tokens).decode("one");
		JwtDecoder stricter = new KeepingJwtDecoder((token) -> {
			throw new BadJwtException(token);
		}, tokens);
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> stricter.decode("one"));
	}

	@Test
	void decodeWhenNothingMayBeKeptThenAskedEachTime() {
		KeepingJwtDecoder decoder = new KeepingJwtDecoder(this.own,
				new VerifiedTokens(0, Clock.fixed(NOW, ZoneOffset.UTC)));
		decoder.decode("one");
		decoder.decode("one");
		assertThat(this.asked).hasValue(2);
	}

	private static VerifiedTokens tokens(Instant now) {
		return new VerifiedTokens(10, Clock.fixed(now, ZoneOffset.UTC));
	}

}
