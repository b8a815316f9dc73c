package io.zerotrust.token.dpop;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoncesTests {

	private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

	private final Nonces nonces = Nonces.random(new SecureRandom());

	@Test
	@Tag("D9")
	void isRecentWhenOfThisPeriodOrTheLastThenTrue() {
		String nonce = this.nonces.current(START);
		assertThat(this.nonces.isRecent(nonce, START)).isTrue();
		assertThat(this.nonces.isRecent(nonce, START.plusSeconds(119))).isTrue();
		assertThat(this.nonces.isEnding(nonce, START.plusSeconds(119))).isFalse();
		assertThat(this.nonces.isRecent(nonce, START.plusSeconds(120))).isTrue();
		assertThat(this.nonces.isEnding(nonce, START.plusSeconds(120))).isTrue();
		assertThat(this.nonces.isRecent(nonce, START.plusSeconds(239))).isTrue();
		assertThat(this.nonces.isRecent(nonce, START.plusSeconds(240))).isFalse();
	}

	// another instance whose clock is a little ahead
	@Test
	@Tag("D9")
	void isRecentWhenOfTheNextPeriodThenOnlyJustBefore() {
		String next = this.nonces.current(START.plusSeconds(120));
		assertThat(this.nonces.isRecent(next, START.plusSeconds(110))).isTrue();
		assertThat(this.nonces.isRecent(next, START.plusSeconds(109))).isFalse();
	}

	@Test
	@Tag("D19")
	void currentThenCharactersAreAllowedAndNobodyCanGuess() {
		String nonce = this.nonces.current(START);
		// NQCHAR: %x21 / %x23-5B / %x5D-7E
		assertThat(nonce).hasSize(24).matches("[A-Za-z0-9_-]+");
		assertThat(Nonces.random(new SecureRandom()).current(START)).isNotEqualTo(nonce);
		assertThat(this.nonces.current(START.plus(Duration.ofMinutes(2)))).isNotEqualTo(nonce);
		assertThat(this.nonces.isRecent("", START)).isFalse();
		assertThat(this.nonces.isRecent(nonce.substring(1), START)).isFalse();
		assertThat(this.nonces.isRecent("\u00e4", START)).isFalse();
	}

	@Test
	@Tag("D9")
	void isRecentWhenSecretIsSharedThenAlsoOfAnotherInstance() {
		byte[] secret = "a secret of thirty-two characters".getBytes(java.nio.charset.StandardCharsets.UTF_8);
		assertThat(new Nonces(secret).isRecent(new Nonces(secret.clone()).current(START), START)).isTrue();
		assertThat(new Nonces(secret)).hasToString("Nonces");
	}

}
