package io.zerotrust.risk.learned;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WordsTests {

	private final int[] words = new int[2];

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.125, 0.5, 1, 1.5, 2, 3, 100, 255, 256 })
	void halfWhenEightBitsSufficeThenExact(double value) {
		for (int half = 0; half < 4; half++) {
			Words.half(this.words, 0, half, value);
			assertThat(Words.half(this.words, 0, half)).isEqualTo((float) value);
		}
	}

	@Test
	void halfWhenRoundedThenToTheNearestAndNeighboursStay() {
		Random random = new Random(7);
		double[] expected = new double[4];
		for (int i = 0; i < 1_000; i++) {
			int half = random.nextInt(4);
			expected[half] = Math.exp(random.nextDouble() * 20 - 10);
			Words.half(this.words, 0, half, expected[half]);
			for (int each = 0; each < 4; each++) {
				assertThat((double) Words.half(this.words, 0, each)).isEqualTo(expected[each],
						within(expected[each] / 256));
			}
		}
	}

	// truncation would lose a day more of each day, and rounding must not hold it
	@ParameterizedTest
	@ValueSource(doubles = { 0.9, 1, 3, 17, 200 })
	void halfWhenFadingDailyThenHalvesIn30DaysAndDoesNotFreeze(double value) {
		Words.half(this.words, 0, 1, value);
		for (int month = 1; month <= 3; month++) {
			for (int day = 0; day < 30; day++) {
				float before = Words.half(this.words, 0, 1);
				Words.half(this.words, 0, 1, before * FamiliarTable.left(1));
				assertThat(Words.half(this.words, 0, 1)).isLessThan(before);
			}
			double left = value * Math.pow(0.5, month);
			assertThat((double) Words.half(this.words, 0, 1)).isEqualTo(left, within(0.06 * left));
		}
	}

	@Test
	void halfWhenCountedUpThenNeverFalls() {
		for (int i = 0; i < 1_000; i++) {
			float before = Words.half(this.words, 0, 0);
			Words.half(this.words, 0, 0, before + 1);
			assertThat(Words.half(this.words, 0, 0)).isGreaterThanOrEqualTo(before);
		}
		assertThat(Words.half(this.words, 0, 0)).isGreaterThanOrEqualTo(256);
	}

	@Test
	void numberWhenWrittenThenRead() {
		Words.number(this.words, 1, 3.25);
		assertThat(Words.number(this.words, 1)).isEqualTo(3.25f);
		assertThat(this.words[0]).isZero();
	}

}
