package io.zerotrust.check;

import java.util.concurrent.CompletionStage;

import io.zerotrust.access.AccessRequest;

/**
 * Whom the gates ask.
 *
 * @since 0.1.0
 */
public interface DecisionPoint {

	/**
	 * Decide on a request. The stage never fails: what goes wrong is a refusal.
	 * @param gate the gate that asks
	 * @param request the question
	 * @return the evaluation, already there unless a check of the gate is remote
	 */
	CompletionStage<Evaluation> decide(Gate gate, AccessRequest request);

}
