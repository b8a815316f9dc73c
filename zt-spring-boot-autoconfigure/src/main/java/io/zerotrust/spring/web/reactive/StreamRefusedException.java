package io.zerotrust.spring.web.reactive;

import io.zerotrust.check.Evaluation;

/**
 * The caller may no longer have the response. Before it is committed it is answered with
 * the refusal; after that the server cuts the connection, so that nobody takes a part for
 * the whole.
 */
@SuppressWarnings("serial")
final class StreamRefusedException extends RuntimeException {

	private final transient Evaluation evaluation;

	StreamRefusedException(Evaluation evaluation) {
		// nothing has failed, so there is no place to look for
		super("the caller may no longer have the response, decision " + evaluation.id(), null, false, false);
		this.evaluation = evaluation;
	}

	Evaluation evaluation() {
		return this.evaluation;
	}

}
