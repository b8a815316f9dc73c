package io.zerotrust.outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.zerotrust.Requests;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.outcome.Outcome.End;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OutcomesTests {

	@Test
	void tellWhenOneListenerThrowsThenOthersAreTold() {
		List<Outcome> told = new ArrayList<>();
		OutcomeListener throwing = (outcome) -> {
			throw new IllegalStateException("a fault of the listener");
		};
		Outcome outcome = outcome(Permit.instance(), 200, End.COMPLETED);
		new Outcomes(List.of(throwing, told::add, throwing)).tell(outcome);
		assertThat(told).containsExactly(outcome);
	}

	@Test
	void isEmptyWhenNobodyWantsToHearThenTrue() {
		assertThat(new Outcomes(List.of()).isEmpty()).isTrue();
		assertThat(new Outcomes(List.of(OutcomeListener.none())).isEmpty()).isTrue();
		OutcomeListener listening = (outcome) -> {
		};
		assertThat(new Outcomes(List.of(OutcomeListener.none(), listening)).isEmpty()).isFalse();
	}

	@Test
	void isSuccessWhenServedToTheEndThenTrue() {
		Deny denied = Deny.of(new Reason("test.denied", ""));
		assertThat(outcome(Permit.instance(), 399, End.COMPLETED).isSuccess()).isTrue();
		assertThat(outcome(Permit.instance(), 400, End.COMPLETED).isSuccess()).isFalse();
		assertThat(outcome(Permit.instance(), 200, End.FAILED).isSuccess()).isFalse();
		assertThat(outcome(Permit.instance(), 200, End.TIMED_OUT).isSuccess()).isFalse();
		assertThat(outcome(denied, 200, End.COMPLETED).isSuccess()).isFalse();
	}

	@Test
	void outcomeWhenImpossibleThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> outcome(Permit.instance(), 99, End.COMPLETED))
			.withMessageContaining("99");
		assertThatIllegalArgumentException().isThrownBy(() -> outcome(Permit.instance(), 1000, End.COMPLETED));
	}

	private static Outcome outcome(Decision decision, int status, End end) {
		Evaluation evaluation = new Evaluation("id", Gate.ACCESS, Requests.anonymous(), decision, decision, List.of());
		return new Outcome(evaluation, status, 0, List.of(), end, Requests.NOW, Duration.ZERO);
	}

}
