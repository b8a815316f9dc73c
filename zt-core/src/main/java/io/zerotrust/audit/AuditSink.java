package io.zerotrust.audit;

import io.zerotrust.check.Evaluation;

/**
 * Is told every evaluation, permits and refusals alike. Runs where the decision was
 * taken, on the request's thread unless a check was remote: a sink that writes somewhere
 * slow hands over to a thread of its own.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AuditSink {

	/**
	 * Take in an evaluation.
	 * @param evaluation the decision and everything it rests on
	 */
	void accept(Evaluation evaluation);

}
