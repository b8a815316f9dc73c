package io.zerotrust.risk.learned;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrialTests {

	private static final int NOW = Look.NOON;

	private final Profiles profiles = new Profiles(1000);

	private final Trial trial = new Trial(Duration.ofDays(7));

	@Test
	void isOverWhenNoneIsWantedThenAtOnce() {
		assertThat(new Trial(Duration.ZERO).isOver()).isTrue();
	}

	@Test
	void seeWhenItsTimeHasPassedThenOver() {
		for (int hour = 0; hour < 7 * 24; hour++) {
			this.trial.see(NOW + hour * Decay.HOUR, this.profiles);
			assertThat(this.trial.isOver()).as("hour %s", hour).isFalse();
		}
		this.trial.see(NOW + 7 * Decay.DAY, this.profiles);
		assertThat(this.trial.isOver()).isTrue();
		this.trial.see(NOW, this.profiles);
		assertThat(this.trial.isOver()).as("for good").isTrue();
	}

	@Test
	void seeWhenHalfOfThePrincipalsAreKnownThenOver() {
		this.trial.see(NOW, this.profiles);
		fill(0, 40);
		establish(19);
		this.trial.see(NOW + Decay.HOUR, this.profiles);
		assertThat(this.trial.isOver()).isFalse();
		establish(20);
		this.trial.see(NOW + Decay.HOUR + 1, this.profiles);
		assertThat(this.trial.isOver()).as("looked at once in an hour").isFalse();
		this.trial.see(NOW + 2 * Decay.HOUR, this.profiles);
		assertThat(this.trial.isOver()).isTrue();
	}

	// the first few must not speak for all
	@Test
	void seeWhenFewAreThereThenNotOverHoweverWellKnown() {
		fill(0, 5);
		establish(5);
		this.trial.see(NOW, this.profiles);
		this.trial.see(NOW + Decay.DAY, this.profiles);
		assertThat(this.trial.isOver()).isFalse();
	}

	@Test
	void resumeWhenRestartedThenGoesOn() {
		this.trial.see(NOW, this.profiles);
		Trial restarted = new Trial(Duration.ofDays(7));
		for (int i = 0; i < 2; i++) {
			restarted.cells().get(i).set(0, this.trial.cells().get(i).get(0));
		}
		restarted.see(NOW + 7 * Decay.DAY, this.profiles);
		assertThat(restarted.isOver()).isTrue();
		Trial over = new Trial(Duration.ofDays(7));
		over.cells().get(1).set(0, 1);
		assertThat(over.isOver()).isTrue();
	}

	private void fill(int from, int to) {
		for (int i = from; i < to; i++) {
			this.profiles.of(new PrincipalKey(i, i));
		}
	}

	private void establish(int count) {
		for (int i = 0; i < count; i++) {
			this.profiles.establish(new PrincipalKey(i, i), this.profiles.of(new PrincipalKey(i, i)));
		}
	}

}
