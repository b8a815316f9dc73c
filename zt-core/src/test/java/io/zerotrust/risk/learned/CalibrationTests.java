package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.access.SubjectKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CalibrationTests {

	private final Calibration calibration = new Calibration(0.002);

	@ParameterizedTest
	@EnumSource
	void shiftWhenTooManyAreChallengedThenSlidesSlowlyAndOnlySoFar(SubjectKind kind) {
		for (int day = 1; day <= 30; day++) {
			for (int i = 0; i < 1000; i++) {
				this.calibration.count(kind, Double.NEGATIVE_INFINITY, (i < 100) ? 3 : -5, day);
			}
			assertThat(this.calibration.shift(kind)).isEqualTo(Math.max(-1.5, -0.1 * (day - 1)), within(1e-9));
		}
	}

	@Test
	void shiftWhenBudgetIsNotUsedThenGrowsStricterToIt() {
		for (int day = 1; day <= 30; day++) {
			for (int i = 0; i < 1000; i++) {
				this.calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, (i < 5) ? -0.6 : -5, day);
			}
		}
		// the bucket of -0.6 ends at -0.5, and more than 2 of 1,000 are in it
		assertThat(this.calibration.shift(SubjectKind.HUMAN)).isEqualTo(0.5, within(1e-9));
		assertThat(this.calibration.shift(SubjectKind.SERVICE)).isZero();
	}

	@Test
	void shiftWhenFewSessionsThenStays() {
		for (int day = 1; day <= 30; day++) {
			for (int i = 0; i < 16; i++) {
				this.calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, 5, day);
			}
		}
		assertThat(this.calibration.shift(SubjectKind.HUMAN)).isZero();
	}

	@Test
	void shiftWhenFloodedInOneDayThenMovesOnce() {
		for (int i = 0; i < 100_000; i++) {
			this.calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, 8, 1);
		}
		for (int i = 0; i < 100_000; i++) {
			this.calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, 8, (i % 2 == 0) ? 2 : 1);
		}
		assertThat(this.calibration.shift(SubjectKind.HUMAN)).isEqualTo(-0.1, within(1e-9));
	}

	@Test
	void shiftWhenSessionRisesThenCountsOnce() {
		for (int i = 0; i < 600; i++) {
			this.calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, -5, 1);
		}
		this.calibration.count(SubjectKind.HUMAN, -5, 4, 1);
		this.calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, -5, 2);
		// one of 600 is within the budget, so what counts are the others: 4.75 and more
		// is free
		assertThat(this.calibration.shift(SubjectKind.HUMAN)).isEqualTo(0.1, within(1e-9));
	}

}
