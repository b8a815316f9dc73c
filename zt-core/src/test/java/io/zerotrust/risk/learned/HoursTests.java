package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HoursTests {

	private static final double EVEN = 1.0 / Hours.DAY;

	private final int[] words = new int[Hours.DAY / 2];

	private final Hours hours = new Hours(0);

	@ParameterizedTest
	@CsvSource({ "0,0", "3599,0", "3600,1", "86399,23", "86400,0", "-1,23", "2147483647,3" })
	void ofThenHourOfTheDay(int time, int hour) {
		assertThat(Hours.of(time)).isEqualTo(hour);
	}

	// 0.8 ln((1 / 24) / ((own + 6 peers) / (20 + 6))), clipped to -0.6 and 2.5
	@ParameterizedTest
	@CsvSource({ "0,-0.48", "1,-0.48", "23,-0.48", "2,1.1731", "12,1.1731" })
	void natsWhenAlwaysAtMidnightThenAsComputed(int hour, double expected) {
		for (int i = 0; i < 20; i++) {
			this.hours.learn(this.words, 0);
		}
		assertThat(this.hours.nats(this.words, hour, EVEN, 1)).isEqualTo(expected, within(1e-3));
	}

	@Test
	void natsWhenNothingIsKnownThenAsPeersDo() {
		assertThat(this.hours.nats(this.words, 3, EVEN, 1)).isEqualTo(0, within(1e-9));
		assertThat(this.hours.nats(this.words, 3, EVEN / 4, 1)).isEqualTo(0.8 * Math.log(4), within(1e-9));
		assertThat(this.hours.nats(this.words, 3, 1e-9, 1)).isEqualTo(0.8 * 2.5, within(1e-9));
	}

	@Test
	void ageThenHalfIsLeftAfterThreeWeeks() {
		for (int i = 0; i < 40; i++) {
			this.hours.learn(this.words, 0);
		}
		double before = this.hours.nats(this.words, 12, EVEN, Hours.left(21));
		for (int day = 0; day < 21; day++) {
			this.hours.age(this.words, Hours.left(1));
		}
		assertThat(this.hours.nats(this.words, 12, EVEN, 1)).isEqualTo(before, within(0.02));
	}

}
