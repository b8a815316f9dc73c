package io.zerotrust.outcome;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Requests;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SuspicionTests {

	private final TouchedObjects request = new TouchedObjects();

	@AfterEach
	void detach() {
		TouchedObjects.attach(null);
	}

	@Test
	void reportWhenThreadWorksForRequestThenEachPointOnceByItsLargestWeight() {
		TouchedObjects.attach(this.request);
		Suspicion.report("IE2", 1);
		Suspicion.report("IE2", 3);
		Suspicion.report("IE2", 2);
		Suspicion.honey("HT1");
		assertThat(this.request.suspicions()).containsExactly(new Suspicion("IE2", 3), new Suspicion("HT1", 6));
	}

	@Test
	void reportWhenThreadWorksForNobodyThenNothing() {
		assertThatNoException().isThrownBy(() -> Suspicion.honey("HT1"));
		assertThat(this.request.suspicions()).isEmpty();
	}

	@Test
	void reportWhenInLoopThenBounded() {
		TouchedObjects.attach(this.request);
		for (int i = 0; i < 10_000; i++) {
			Suspicion.report("point-" + i, 1);
		}
		assertThat(this.request.suspicions()).hasSize(16);
		assertThat(outcome(this.request.suspicions()).suspicion()).isEqualTo(Suspicion.MOST);
	}

	@Test
	void suspicionWhenSeveralThenTheirSum() {
		assertThat(outcome(List.of()).suspicion()).isZero();
		assertThat(outcome(List.of(new Suspicion("a", 1), new Suspicion("b", 2.5))).suspicion()).isEqualTo(3.5);
	}

	// it ends up in logs
	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "a b", "a\nb", "\u00e4", "a/b",
			"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg" })
	@NullUnmarked
	void reportWhenPointIsNoNameThenRefusedWhereverItIsSaid(String point) {
		assertThatIllegalArgumentException().isThrownBy(() -> Suspicion.report(point, 1))
			.withMessageContaining("point");
		assertThatIllegalArgumentException().isThrownBy(() -> Suspicion.honey(point));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, 6.01, Double.NaN, Double.POSITIVE_INFINITY })
	void reportWhenWeightIsOutOfRangeThenRefused(double weight) {
		assertThatIllegalArgumentException().isThrownBy(() -> Suspicion.report("IE2", weight))
			.withMessageContaining("weight");
	}

	private static Outcome outcome(List<Suspicion> suspicions) {
		Evaluation evaluation = new Evaluation("id", Gate.ACCESS, Requests.anonymous(), Permit.instance(),
				Permit.instance(), List.of());
		return new Outcome(evaluation, 200, 0, List.of(), Outcome.End.COMPLETED, Requests.NOW, Duration.ZERO, false, 0,
				suspicions);
	}

}
