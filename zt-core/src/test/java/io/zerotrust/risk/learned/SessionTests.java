package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionTests {

	private static final Look USUAL = Look.usual();

	private static final int NOW = Look.NOON;

	private final Session session = new Session(USUAL.sample());

	@Test
	void holdsWhenSurroundingsStayThenUntilTheEpisodeIsOver() {
		assertThat(this.session.holds(USUAL.sample())).as("nothing was tried yet").isFalse();
		this.session.trial(USUAL.sample(), Novelty.NONE);
		assertThat(this.session.holds(USUAL.later(29 * Decay.MINUTE).sample())).isTrue();
		assertThat(this.session.holds(USUAL.later(30 * Decay.MINUTE).sample())).isFalse();
		for (Facet facet : new Facet[] { Facet.NETWORK, Facet.DEVICE, Facet.AGENT, Facet.FINGERPRINT }) {
			assertThat(this.session.holds(USUAL.with(facet, 99).sample())).as("another %s", facet).isFalse();
		}
	}

	@Test
	void usesWhenEpisodeIsOverThenAnewATrial() {
		this.session.use(3);
		this.session.use(511);
		assertThat(this.session.uses(3, NOW + 60)).isTrue();
		assertThat(this.session.uses(511, NOW + 60)).isTrue();
		assertThat(this.session.uses(4, NOW + 60)).isFalse();
		assertThat(this.session.uses(3, NOW + 30 * Decay.MINUTE)).isFalse();
		this.session.begin(NOW + 30 * Decay.MINUTE);
		assertThat(this.session.uses(3, NOW + 30 * Decay.MINUTE)).isFalse();
	}

	@Test
	void isIdleWhenQuietForAnHourThenTrueAndTimeNeverRunsBack() {
		this.session.see(NOW + 600);
		this.session.see(NOW - 600);
		assertThat(this.session.seen()).isEqualTo(NOW + 600);
		assertThat(this.session.isIdle(NOW + 600 + 59 * Decay.MINUTE)).isFalse();
		assertThat(this.session.isIdle(NOW + 600 + 60 * Decay.MINUTE)).isTrue();
		assertThat(this.session.isIdle(0)).isFalse();
	}

	@Test
	void ruleWhenCalmForFiveMinutesAndTwentyRequestsThenReleased() {
		this.session.rule(false, 0.3, NOW);
		assertThat(this.session.isHeld()).isFalse();
		this.session.rule(true, -0.1, NOW);
		assertThat(this.session.isHeld()).isTrue();
		for (int i = 1; i < 20; i++) {
			this.session.rule(false, 0.3, NOW + 60 * i);
		}
		assertThat(this.session.isHeld()).as("19 requests").isTrue();
		this.session.rule(false, 0.3, NOW + 60 * 20);
		assertThat(this.session.isHeld()).isFalse();
	}

	@Test
	void ruleWhenManyRequestsInLessThanFiveMinutesThenStillHeld() {
		this.session.rule(true, -0.1, NOW);
		for (int i = 1; i < 300; i++) {
			this.session.rule(false, 0.3, NOW + i);
			assertThat(this.session.isHeld()).isTrue();
		}
		this.session.rule(false, 0.3, NOW + 300);
		assertThat(this.session.isHeld()).isFalse();
	}

	@Test
	void ruleWhenJustBelowTheThresholdThenNeverReleased() {
		this.session.rule(true, -0.1, NOW);
		for (int i = 1; i < 100; i++) {
			this.session.rule(false, (i % 19 == 0) ? 0.149 : 0.3, NOW + 60 * i);
			assertThat(this.session.isHeld()).as("after %s", i).isTrue();
		}
	}

	@Test
	void anchorWhenSteppedUpThenMovesAndReleases() {
		this.session.rule(true, -0.1, NOW);
		this.session.anchor(USUAL.with(Facet.DEVICE, 99).sample());
		assertThat(this.session.isHeld()).isFalse();
		assertThat(this.session.anchor().device()).isEqualTo(99);
	}

	@Test
	void peakWhenHigherThenTellsTheFormerOfTheDay() {
		assertThat(this.session.peak(-3, 10)).isEqualTo(Double.NEGATIVE_INFINITY);
		assertThat(this.session.peak(-4, 10)).isEqualTo(-3);
		assertThat(this.session.peak(1, 10)).isEqualTo(-3);
		assertThat(this.session.peak(2, 10)).isEqualTo(1);
		assertThat(this.session.peak(-5, 11)).isEqualTo(Double.NEGATIVE_INFINITY);
		assertThat(this.session.peak(-5, 11)).isEqualTo(-5);
	}

}
