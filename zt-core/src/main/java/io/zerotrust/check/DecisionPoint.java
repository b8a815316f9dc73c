package io.zerotrust.check;

import java.util.concurrent.CompletionStage;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.decision.Refusal;

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

	/**
	 * Record a refusal that needed no check: the platform refused, or a request reached a
	 * place no request may reach.
	 * @param gate the gate nearest to the place
	 * @param request the question, as far as it is known
	 * @param refusal the refusal
	 * @param mode {@link Mode#OBSERVE} if the request goes on all the same
	 * @return the evaluation that was recorded
	 */
	Evaluation record(Gate gate, AccessRequest request, Refusal refusal, Mode mode);

}
