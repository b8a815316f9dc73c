package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DailyPeakTests {

	private final int[] words = new int[6];

	private final DailyPeak peak = new DailyPeak(0);

	private int days;

	@Test
	void closeWhenSteadyThenMeanIsItsLogarithm() {
		days(20, 100);
		assertThat(this.peak.mean(this.words)).isEqualTo(Math.log(101), within(1e-5));
		assertThat(this.peak.variance(this.words)).isEqualTo(0, within(1e-6));
		assertThat(this.peak.trend(this.words)).isZero();
	}

	@Test
	void closeWhenVariedThenVarianceOfTheLogarithms() {
		for (int i = 0; i < 20; i++) {
			day((i % 2 == 0) ? Math.expm1(3) : Math.expm1(5));
		}
		assertThat(this.peak.variance(this.words)).isEqualTo(1, within(0.2));
	}

	@Test
	void closeWhenSettledThenRisesByLittleADayAndFallsFreely() {
		days(8, 100);
		double before = this.peak.mean(this.words);
		day(100_000);
		assertThat(this.peak.mean(this.words)).isEqualTo(before + 0.02, within(1e-5));
		day(0);
		assertThat(this.peak.mean(this.words)).isLessThan(before - 0.2);
	}

	@Test
	void closeWhenNewThenFollowsFreely() {
		days(3, 10);
		double before = this.peak.mean(this.words);
		day(1000);
		assertThat(this.peak.mean(this.words)).isGreaterThan(before + 1);
	}

	// who was away for a week has not been led astray meanwhile
	@Test
	void closeWhenDaysWereLeftOutThenRiseCountsForEach() {
		days(10, 100);
		double before = this.peak.mean(this.words);
		this.peak.see(this.words, 100_000, true, false);
		this.peak.close(this.words, this.days++, 5);
		assertThat(this.peak.mean(this.words)).isEqualTo(before + 0.1, within(1e-5));
	}

	@Test
	void closeWhenNotOwnThenNotLearnedButSeenInTheTrend() {
		days(30, 100);
		double before = this.peak.mean(this.words);
		for (int i = 0; i < 10; i++) {
			this.peak.see(this.words, 100, true, false);
			this.peak.see(this.words, 10_000, false, false);
			this.peak.close(this.words, this.days++, 1);
		}
		assertThat(this.peak.mean(this.words)).isEqualTo(before, within(1e-4));
		assertThat(this.peak.trend(this.words)).isPositive();
	}

	@Test
	void seeWhenLessThenThePeakStays() {
		this.peak.see(this.words, 100, true, false);
		this.peak.see(this.words, 3, true, false);
		assertThat(this.peak.close(this.words, 0, 1)).isEqualTo(Math.log(101), within(1e-5));
		assertThat(this.peak.close(this.words, 1, 1)).as("the next day begins at nothing").isZero();
	}

	// 2 % a day stays below, 10 % a day does not
	@Test
	void trendWhenRisingForWeeksThenTold() {
		days(30, 100);
		for (int i = 0; i < 40; i++) {
			day(100 * Math.pow(1.005, i));
			assertThat(this.peak.trend(this.words)).isZero();
		}
		double flagged = 0;
		double rising = 100;
		while (flagged == 0 && rising < 10_000) {
			rising *= 1.1;
			day(rising);
			flagged = (this.peak.trend(this.words) > 0) ? rising : 0;
		}
		assertThat(flagged).isBetween(150.0, 600.0);
	}

	private void days(int count, double peak) {
		for (int i = 0; i < count; i++) {
			day(peak);
		}
	}

	private void day(double peak) {
		this.peak.see(this.words, peak, true, false);
		this.peak.close(this.words, this.days++, 1);
	}

}
