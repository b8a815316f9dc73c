package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SequenceHistoryTests {

	private static final Look USUAL = Look.usual();

	/**
	 * 0.7 ln(0.85 / 0.02) - 0.3.
	 */
	private static final double STEP = 2.3247;

	private final Crowd crowd = new Crowd(1 << 12);

	private final int[] words = new int[Layout.SIZE];

	@ParameterizedTest
	@CsvSource({ "101,true", "102,true", "99,true", "100,false", "103,false", "98,false", "7,false" })
	void natsWhenNextNumberOfNobodyThenHalfAStep(int next, boolean step) {
		attempt(100);
		assertThat(nats(next)).isEqualTo(step ? STEP / 2 : -1.5, within(1e-3));
	}

	@Test
	void natsWhenFirstOrOfAnotherTypeThenSilent() {
		assertThat(nats(100)).isZero();
		attempt(100);
		assertThat(nats(USUAL.touches(Look.object(2, 101)))).isZero();
		assertThat(nats(USUAL.touches(new Touch(5, 1, -1)))).as("no number").isZero();
	}

	// who pages through his own orders is no thief
	@Test
	void natsWhenOwnOrSharedThenSilent() {
		USUAL.touch(this.crowd.owners(), Look.object(1, 101), false);
		for (int i = 5; i < 8; i++) {
			USUAL.principal(i).touch(this.crowd.owners(), Look.object(1, 102), false);
		}
		attempt(100);
		assertThat(nats(101)).isZero();
		assertThat(nats(102)).isZero();
		USUAL.principal(5).touch(this.crowd.owners(), Look.object(1, 99), false);
		assertThat(nats(99)).isEqualTo(STEP, within(1e-3));
	}

	@Test
	void assessmentWhenCountingThroughThenAddsUpToACapAndFades() {
		attempt(100);
		attempt(101);
		attempt(102);
		assertThat(evidence(0)).isEqualTo(STEP - 2, within(1e-3));
		for (int i = 103; i < 120; i++) {
			attempt(i);
		}
		assertThat(evidence(0)).isEqualTo(9 - 2, within(1e-3));
		assertThat(evidence(Decay.HOUR)).isEqualTo(4.5 - 2, within(1e-3));
		assertThat(evidence(Decay.DAY)).isZero();
		attempt(5000);
		attempt(77);
		assertThat(evidence(0)).isEqualTo(9 - 3 - 2, within(1e-3));
	}

	@Test
	void learnWhenCountingIsUsualThenSaysLess() {
		for (int i = 0; i < 200; i++) {
			Layout.SEQUENCE.learn(this.words, true, USUAL.time());
		}
		attempt(100);
		assertThat(nats(101)).isLessThan(0.2);
	}

	// numbers that meet in 32 bits must not throw
	@Test
	void natsWhenNumbersAreHugeThenNoException() {
		long[] numbers = { Long.MAX_VALUE, 999_999_999_999_999_999L, 1L << 32, 0, Integer.MAX_VALUE,
				Integer.MAX_VALUE + 1L };
		for (long number : numbers) {
			Sample sample = USUAL.touches(new Touch(number, 1, number)).sample();
			Layout.SEQUENCE.attempted(this.words, sample, Layout.SEQUENCE.nats(this.words, sample, this.crowd), false);
		}
		assertThat(evidence(0)).isLessThanOrEqualTo(7);
	}

	private double nats(int number) {
		return nats(USUAL.touches(Look.object(1, number)));
	}

	private double nats(Look look) {
		return Layout.SEQUENCE.nats(this.words, look.sample(), this.crowd);
	}

	private void attempt(int number) {
		Look look = USUAL.touches(Look.object(1, number));
		Layout.SEQUENCE.attempted(this.words, look.sample(), nats(look), false);
	}

	private double evidence(int seconds) {
		return Layout.SEQUENCE.assessment(this.words, 0, USUAL.time() + seconds).nats();
	}

}
