package io.zerotrust.check;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StepTests {

	@Test
	void ofWhenNothingSaidThenStrict() {
		Step step = Step.of(Checks.passing("a"));
		assertThat(step.mode()).isEqualTo(Mode.ENFORCE);
		assertThat(step.onFailure()).isEqualTo(OnFailure.REFUSE);
		assertThat(step.granting()).isFalse();
		assertThat(step.timeout()).isEqualTo(Duration.ofMillis(500));
	}

	@Test
	void withWhenOneThingChangesThenTheOthersStay() {
		Step step = Step.granting(Checks.granting("policy"))
			.withMode(Mode.OBSERVE)
			.withOnFailure(OnFailure.PASS)
			.withTimeout(Duration.ofSeconds(1));
		assertThat(step).isEqualTo(new Step(step.check(), Mode.OBSERVE, OnFailure.PASS, Duration.ofSeconds(1), true));
	}

	@Test
	void createWhenTimeoutNotPositiveThenRefused() {
		Step step = Step.of(Checks.passing("a"));
		assertThatIllegalArgumentException().isThrownBy(() -> step.withTimeout(Duration.ZERO))
			.withMessageContaining("timeout of a");
		assertThatIllegalArgumentException().isThrownBy(() -> step.withTimeout(Duration.ofMillis(-1)));
	}

}
