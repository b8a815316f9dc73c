package io.zerotrust.check;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an adversarial review found. Fails until it is fixed.
 */
class ReviewFoldTests {

	@Test
	@SuppressWarnings("NullAway")
	void evaluateWhenRefusalIsNullAfterGrantThenNotPermitted() {
		RemoteCheck careless = Checks.remote("careless", CompletableFuture.completedStage(new Finding.Pass(List.of()))
			.thenApply((ignored) -> Finding.refuse(null)));
		AccessRequest request = new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(),
				Context.at(io.zerotrust.Requests.NOW));
		Evaluation evaluation = new CheckPipeline(Gate.ACCESS, Mode.ENFORCE,
				List.of(Step.granting(Checks.granting("policy")), Step.of(careless)), () -> "id")
			.evaluate(request)
			.toCompletableFuture()
			.join();
		assertThat(evaluation.isPermitted()).isFalse();
	}

}
