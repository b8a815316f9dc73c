package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FailureHistoryTests {

	private static final int NOW = Look.NOON;

	/**
	 * ln(0.4 / 0.02).
	 */
	private static final double FAILURE = 2.9957;

	private static final double FREE = 3.5;

	private int[] words = new int[Layout.SIZE];

	@ParameterizedTest
	@CsvSource({ "403,1", "404,0.6", "401,0.5", "429,0.4" })
	void failedWhenApartThenByTheWeightOfTheStatus(int status, double weight) {
		for (int i = 0; i < 10; i++) {
			failed(status, i, NOW + 20 * i);
		}
		double sum = Math.min(11, 10 * weight * FAILURE);
		assertThat(evidence(NOW + 180)).isEqualTo(sum - FREE, within(0.3));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 304, 402, 409, 410, 418, 422, 500, 503, 0, -1 })
	void countsWhenNoStatusOfProbersThenFalse(int status) {
		assertThat(FailureHistory.counts(status)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "1,19,0.15", "2,19,0.45", "1,20,1", "2,20,1", "1,-19,0.15" })
	void failedWhenSoonAfterTheLastThenCountsLess(int endpoint, int seconds, double share) {
		failed(403, 1, NOW);
		failed(403, 1, NOW + 60);
		int now = NOW + 60 + seconds;
		double before = evidence(now);
		failed(403, endpoint, now);
		assertThat(evidence(now)).isEqualTo(before + share * FAILURE, within(1e-2));
	}

	@Test
	void assessmentWhenManyThenCappedFadesAndIsTold() {
		for (int i = 0; i < 5; i++) {
			failed((i == 2) ? 404 : 403, i, NOW + i);
		}
		// 2.9957 (1 + 3 * 0.45) + 0.45 * 1.7974 - 3.5
		assertThat(evidence(NOW + 4)).isEqualTo(4.3487, within(1e-2));
		assertThat(Layout.FAILURES.assessment(this.words, NOW + 4).words())
			.isEqualTo("5 failed requests in short time (403, 404)");
		for (int i = 0; i < 50; i++) {
			failed(403, i, NOW + 5);
		}
		assertThat(evidence(NOW + 5)).isEqualTo(7.5);
		assertThat(evidence(NOW + 5 + 6 * Decay.HOUR)).isEqualTo(2, within(1e-4));
		Layout.FAILURES.halve(this.words);
		assertThat(evidence(NOW + 5)).isEqualTo(2, within(1e-4));
	}

	// an outage is nobody's fault
	@Test
	void failedWhenEndpointFailsForEverybodyThenNothing() {
		for (int i = 0; i < 50; i++) {
			Layout.FAILURES.failed(this.words, 403, i, 0.4, false, NOW + 30 * i);
		}
		assertThat(evidence(NOW + 1500)).isZero();
	}

	@Test
	void failedWhenItFailsAllTheTimeThenUsual() {
		for (int i = 0; i < 1000; i++) {
			if (i % 10 == 0) {
				Layout.FAILURES.failed(this.words, 404, i, EndpointRates.USUAL, true, NOW + 60 * i);
			}
			else {
				Layout.FAILURES.succeeded(this.words, true, NOW + 60 * i);
			}
		}
		assertThat(evidence(NOW + 60_000)).isZero();
	}

	@Test
	void failedWhenItIsEvidenceThenDoesNotBecomeUsual() {
		for (int i = 0; i < 200; i++) {
			Layout.FAILURES.failed(this.words, 403, i, EndpointRates.USUAL, true, NOW + 30 * i);
		}
		assertThat(evidence(NOW + 6000)).isGreaterThan(7);
	}

	@Test
	void succeededWhenNoEvidenceThenNoCreditIsSavedUp() {
		for (int i = 0; i < 1000; i++) {
			Layout.FAILURES.succeeded(this.words, false, NOW + i);
		}
		failed(403, 1, NOW + 2000);
		failed(403, 1, NOW + 2030);
		assertThat(evidence(NOW + 2030)).isEqualTo(2 * FAILURE - FREE, within(0.05));
	}

	private void failed(int status, int endpoint, int now) {
		Layout.FAILURES.failed(this.words, status, endpoint, EndpointRates.USUAL, false, now);
	}

	private double evidence(int now) {
		return Layout.FAILURES.assessment(this.words, now).nats();
	}

}
