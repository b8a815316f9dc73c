package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EndpointRatesTests {

	private static final long START = Look.NOON - Look.NOON % EndpointRates.WINDOW;

	private final EndpointRates rates = new EndpointRates();

	@Test
	void rateWhenCountedThenShrunkAndForgottenWithTheWindow() {
		for (int i = 0; i < 20; i++) {
			this.rates.count(3, i < 10, START + i);
		}
		// (10 + 1.2) / (20 + 60)
		assertThat(this.rates.rate(3, START + 20)).isEqualTo(0.14, within(1e-9));
		assertThat(this.rates.rate(3, START + 11 * Decay.MINUTE)).isEqualTo(0.14, within(1e-9));
		assertThat(this.rates.rate(3, START + 20 * Decay.MINUTE)).isEqualTo(0.02, within(1e-9));
		assertThat(this.rates.rate(4, START)).isEqualTo(0.02, within(1e-9));
	}

	@Test
	void rateWhenCountedMillionsOfTimesThenNoOverflow() {
		for (int i = 0; i < 2_500_000; i++) {
			this.rates.count(511, true, START);
		}
		assertThat(this.rates.rate(511, START)).isBetween(0.99, 1.0);
		assertThat(this.rates.rate(510, START)).isEqualTo(0.02, within(1e-9));
	}

	@Test
	void rateWhenTimeIsAbsurdThenAShare() {
		for (long now : new long[] { 0, 1, Integer.MAX_VALUE }) {
			this.rates.count(0, true, now);
			assertThat(this.rates.rate(0, now)).isBetween(0.02, 1.0);
		}
	}

}
