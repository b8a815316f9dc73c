package io.zerotrust.archfixture.decision;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;

/**
 * Wrong outside of the room of audit: decides without telling anybody.
 */
public final class GoesRound {

	private GoesRound() {
	}

	static CompletionStage<Evaluation> decide(CheckPipeline pipeline, AccessRequest request) {
		return pipeline.evaluate(request);
	}

	static final class ByReference {

		Function<AccessRequest, CompletionStage<Evaluation>> decide(CheckPipeline pipeline) {
			return pipeline::evaluate;
		}

	}

}
