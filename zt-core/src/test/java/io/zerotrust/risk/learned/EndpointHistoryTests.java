package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.risk.Assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EndpointHistoryTests {

	private static final int NOW = Look.NOON;

	private final int[] words = new int[Layout.SIZE];

	// ln(0.5 (1 + N) / (1 + 0.15 K)), clipped, + 0.7 where critical
	@ParameterizedTest
	@CsvSource({ "4,4,false,0.4463", "60,20,false,2.0314", "60,20,true,2.7314", "10000,5,false,5" })
	void natsWhenNewThenAsComputed(int trials, int known, boolean critical, double expected) {
		learn(trials, known);
		assertThat(nats(400, critical, 0, true)).isEqualTo(expected, within(1e-4));
		assertThat(nats(400, critical, 1.2, true))
			.isEqualTo(Math.max(-0.5, Math.min(5, Math.log(0.5 * (1 + trials) / (1 + 0.15 * known)) - 1.2))
					+ (critical ? 0.7 : 0), within(1e-4));
		assertThat(nats(0, critical, 0, true)).isEqualTo(-0.8);
		assertThat(nats(400, critical, 0, false)).isLessThanOrEqualTo(0);
	}

	@Test
	void assessmentWhenSeveralNewThenAddUpAndFadeInHours() {
		learn(60, 20);
		for (int i = 0; i < 3; i++) {
			Layout.ENDPOINTS.tried(this.words, nats(400 + i, false, 0, true), NOW);
		}
		assertThat(assessment(false, 0).nats()).isEqualTo(3 * 2.0314 - 2, within(1e-3));
		assertThat(assessment(false, 0).words()).isEqualTo("3 endpoints never used before");
		assertThat(assessment(true, 0).nats()).isEqualTo(3 * 2.0314 - 1, within(1e-3));
		assertThat(assessment(false, 2 * Decay.HOUR).nats()).isEqualTo(1.5 * 2.0314 - 2, within(1e-3));
		for (int i = 0; i < 20; i++) {
			Layout.ENDPOINTS.tried(this.words, 5, NOW);
		}
		assertThat(assessment(false, 0).nats()).isEqualTo(7);
		assertThat(assessment(false, Decay.DAY).nats()).isZero();
	}

	@Test
	void learnWhenHighestNumberThenNothingElse() {
		Layout.ENDPOINTS.learn(this.words, EndpointNumbers.MOST - 1, NOW);
		assertThat(Layout.ENDPOINTS.known().size(this.words)).isEqualTo(1);
		assertThat(Layout.ENDPOINTS.learn(this.words, EndpointNumbers.MOST - 1, NOW)).isFalse();
		assertThat(Layout.ENDPOINTS.learn(this.words, 0, NOW)).isTrue();
	}

	private void learn(int trials, int known) {
		for (int i = 0; i < trials; i++) {
			Layout.ENDPOINTS.learn(this.words, i % known, NOW);
		}
	}

	private double nats(int endpoint, boolean critical, double discount, boolean familiar) {
		return Layout.ENDPOINTS.nats(this.words, Look.usual().endpoint(endpoint, critical).sample(), discount,
				familiar);
	}

	private Assessment assessment(boolean service, int seconds) {
		return Layout.ENDPOINTS.assessment(this.words, 0, service, NOW + seconds);
	}

}
