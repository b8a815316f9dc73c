package io.zerotrust.spring.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.Posture;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyWitnessTests {

	private final ProxyWitness witness = new ProxyWitness("X-JA4", "X-Posture", List.of("healthy", "ok"),
			List.of("unknown"));

	@Test
	void readWhenNothingIsAskedThenNoHeaderIsLookedAt() {
		assertThat(ProxyWitness.none().fingerprint(ProxyWitnessTests::never)).isNull();
		assertThat(ProxyWitness.none().posture(ProxyWitnessTests::never)).isEqualTo(Posture.UNKNOWN);
	}

	@Test
	void fingerprintWhenOneReadableLineThenRead() {
		assertThat(this.witness.fingerprint((name) -> name.equals("X-JA4") ? List.of("t13d") : List.of()))
			.isEqualTo("t13d");
		assertThat(this.witness.fingerprint((name) -> List.of())).isNull();
		assertThat(this.witness.fingerprint((name) -> List.of("t13d", "t13d"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\u0000", "a\tb", "a\u007f", "\u00e9", "\u2028" })
	void fingerprintWhenUnreadableThenNone(String sent) {
		assertThat(this.witness.fingerprint((name) -> List.of(sent))).isNull();
		assertThat(this.witness.posture((name) -> List.of(sent))).isEqualTo(Posture.FAILED);
	}

	@Test
	void fingerprintWhenTooLongThenNone() {
		assertThat(this.witness.fingerprint((name) -> List.of("x".repeat(128)))).hasSize(128);
		assertThat(this.witness.fingerprint((name) -> List.of("x".repeat(129)))).isNull();
	}

	@Test
	void postureWhenWordThenWhatItMeans() {
		assertThat(posture()).isEqualTo(Posture.UNKNOWN);
		assertThat(posture("OK")).isEqualTo(Posture.HEALTHY);
		assertThat(posture("unknown")).isEqualTo(Posture.UNKNOWN);
		assertThat(posture("failed")).isEqualTo(Posture.FAILED);
		assertThat(posture("ok", "ok")).isEqualTo(Posture.FAILED);
		assertThat(posture("ok, ok")).isEqualTo(Posture.FAILED);
	}

	private Posture posture(String... lines) {
		return this.witness.posture((name) -> List.of(lines));
	}

	private static List<String> never(String name) {
		throw new AssertionError(name + " was looked at");
	}

}
