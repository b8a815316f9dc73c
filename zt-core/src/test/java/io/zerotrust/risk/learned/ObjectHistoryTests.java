package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ObjectHistoryTests {

	private static final Look OWNER = Look.usual();

	private static final Look OTHER = OWNER.principal(2).session(7L << 30);

	private static final Touch ORDER = Look.object(1, 4711);

	/**
	 * ln(0.35 / 0.005).
	 */
	private static final double FOREIGN = 4.2485;

	private final Crowd crowd = new Crowd(1 << 12);

	private final int[] words = new int[Layout.SIZE];

	@Test
	void natsWhenNobodysThenSilent() {
		assertThat(nats(OTHER.touches(ORDER))).isZero();
		assertThat(nats(OTHER)).isZero();
	}

	@Test
	void natsWhenAnothersThenForeignAndLessIfTheClaimIsWeak() {
		claim(OWNER, false);
		assertThat(nats(OTHER.touches(ORDER))).isEqualTo(0.3 * FOREIGN, within(1e-3));
		claim(OWNER.session(5 << 7), false);
		assertThat(nats(OTHER.touches(ORDER))).isEqualTo(FOREIGN, within(1e-3));
	}

	@Test
	void natsWhenOwnThenCredit() {
		claim(OWNER, true);
		assertThat(nats(OWNER.touches(ORDER))).isEqualTo(Math.log(0.65 / 0.995), within(1e-3));
	}

	@Test
	void natsWhenSharedByThreeThenSilent() {
		claim(OWNER, true);
		claim(OWNER.principal(3), false);
		claim(OWNER.principal(4), false);
		assertThat(nats(OTHER.touches(ORDER))).isZero();
	}

	@Test
	void attemptedWhenTheSameObjectAgainThenOnce() {
		claim(OWNER, true);
		attempt(OTHER.touches(ORDER));
		double once = evidence(OTHER);
		for (int i = 0; i < 100; i++) {
			attempt(OTHER.touches(ORDER));
		}
		assertThat(evidence(OTHER)).isEqualTo(once);
	}

	@Test
	void assessmentWhenManyThenAddsUpToACapFadesAndIsTold() {
		for (int i = 0; i < 20; i++) {
			OWNER.touch(this.crowd.owners(), Look.object(1, i), true);
		}
		attempt(OTHER.touches(Look.object(1, 0)));
		attempt(OTHER.touches(Look.object(1, 1)));
		assertThat(evidence(OTHER)).isEqualTo(2 * FOREIGN - 3.5, within(1e-2));
		assertThat(Layout.OBJECTS.assessment(this.words, 0, OTHER.time()).words())
			.isEqualTo("2 requests for objects of others");
		for (int i = 2; i < 20; i++) {
			attempt(OTHER.touches(Look.object(1, i)));
		}
		assertThat(evidence(OTHER)).isEqualTo(12 - 3.5, within(1e-2));
		assertThat(evidence(OTHER.later(Decay.DAY))).isEqualTo(6 - 3.5, within(1e-2));
		assertThat(evidence(OTHER.later(3 * Decay.DAY))).isZero();
	}

	// support touches everybody's objects
	@Test
	void learnWhenWideThenNeitherScoresNorClaims() {
		for (int i = 0; i < 60; i++) {
			OWNER.touch(this.crowd.owners(), Look.object(1, i), true);
			learn(OTHER, Look.object(1, i), false);
		}
		assertThat(Layout.OBJECTS.isWide(this.words)).isTrue();
		assertThat(nats(OTHER.touches(Look.object(1, 70)))).isZero();
		assertThat(nats(OTHER.touches(Look.object(1, 3)))).isZero();
		Touch unclaimed = Look.object(2, 1);
		learn(OTHER, unclaimed, true);
		assertThat(this.crowd.owners().find(unclaimed)).isZero();
		Layout.OBJECTS.failed(this.words, OTHER.touches(unclaimed).sample(), this.crowd);
		assertThat(evidence(OTHER)).isZero();
	}

	@Test
	void learnWhenFewOfManyAreForeignThenNotWide() {
		for (int i = 0; i < 100; i++) {
			((i % 10 == 0) ? OWNER : OTHER).touch(this.crowd.owners(), Look.object(1, i), true);
			learn(OTHER, Look.object(1, i), false);
		}
		assertThat(Layout.OBJECTS.isWide(this.words)).isFalse();
	}

	// the first days of support look like owning everything
	@Test
	void natsWhenClaimantsGroupIsFoundWideThenItsClaimsAreIgnored() {
		Look support = OTHER.group(7);
		support.touch(this.crowd.owners(), ORDER, true);
		assertThat(nats(OWNER.touches(ORDER))).isEqualTo(FOREIGN, within(1e-3));
		for (int i = 0; i < 1000; i++) {
			this.crowd.group(7).foreign().count(i % 3 == 0);
		}
		assertThat(nats(OWNER.touches(ORDER))).isZero();
		assertThat(nats(support.principal(9).touches(ORDER))).as("nor does one of them score").isZero();
	}

	@Test
	void natsWhenPeersOftenTouchThatTypeThenLess() {
		claim(OWNER, true);
		for (int i = 0; i < 1000; i++) {
			this.crowd.touched(ORDER.type(), i % 10 == 0);
		}
		assertThat(nats(OTHER.touches(ORDER))).isBetween(0.5, FOREIGN - 1);
		Touch otherType = Look.object(2, 1);
		OWNER.touch(this.crowd.owners(), otherType, true);
		assertThat(nats(OTHER.touches(otherType))).isEqualTo(FOREIGN, within(1e-3));
	}

	// who enumerates claims what was nobody's, and must not make the owners look foreign
	@Test
	void natsWhenEnumeratorWasThereFirstThenOwnersHardlyLookForeign() {
		for (int i = 0; i < 100; i++) {
			OTHER.touch(this.crowd.owners(), Look.object(1, i), false);
		}
		attempt(OWNER.touches(Look.object(1, 17)));
		attempt(OWNER.touches(Look.object(1, 43)));
		assertThat(evidence(OWNER)).isZero();
	}

	@Test
	void natsWhenEnumeratorComesLaterThenOwnersStay() {
		claim(OWNER, true);
		for (int i = 0; i < 50; i++) {
			OTHER.session((long) i << 7).touch(this.crowd.owners(), ORDER, false);
		}
		assertThat(nats(OWNER.touches(ORDER))).isNegative();
		assertThat(nats(OTHER.touches(ORDER))).as("it has been counted").isZero();
		assertThat(nats(OTHER.principal(77).touches(ORDER))).isEqualTo(FOREIGN, within(1e-3));
	}

	@Test
	void failedWhenNobodysThenHalfOncePerObject() {
		Sample guess = OTHER.touches(ORDER).sample();
		for (int i = 0; i < 5; i++) {
			Layout.OBJECTS.failed(this.words, guess, this.crowd);
		}
		Layout.OBJECTS.failed(this.words, OTHER.touches(Look.object(1, 1)).sample(), this.crowd);
		assertThat(evidence(OTHER)).isEqualTo(2 * FOREIGN / 2 - 3.5, within(1e-2));
	}

	@Test
	void failedWhenSomebodysThenCountedByTheClaimAlone() {
		claim(OWNER, true);
		Layout.OBJECTS.failed(this.words, OTHER.touches(ORDER).sample(), this.crowd);
		assertThat(this.words).containsOnly(0);
	}

	@Test
	void attemptedWhenAThousandObjectsAtOnceThenCapped() {
		Touch[] objects = new Touch[1000];
		for (int i = 0; i < objects.length; i++) {
			objects[i] = Look.object(1, i);
			OWNER.touch(this.crowd.owners(), objects[i], true);
		}
		attempt(OTHER.touches(objects));
		assertThat(evidence(OTHER)).isEqualTo(12 - 3.5);
	}

	private void claim(Look look, boolean created) {
		look.touch(this.crowd.owners(), ORDER, created);
	}

	private void learn(Look look, Touch object, boolean created) {
		Layout.OBJECTS.learn(this.words, look.sample(), new Touch[] { object }, created, this.crowd);
	}

	private double nats(Look look) {
		return Layout.OBJECTS.nats(this.words, look.sample(), this.crowd);
	}

	private void attempt(Look look) {
		Layout.OBJECTS.attempted(this.words, look.sample(), nats(look), this.crowd);
	}

	private double evidence(Look look) {
		return Layout.OBJECTS.assessment(this.words, 0, look.time()).nats();
	}

}
