package io.zerotrust.outcome;

/**
 * Is told what came of every request. Runs on the thread that ended the response: a
 * listener that writes somewhere slow hands over to a thread of its own.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OutcomeListener {

	/**
	 * Take in an outcome.
	 * @param outcome what came of the request
	 */
	void accept(Outcome outcome);

	/**
	 * Return a listener that wants to hear nothing. Nobody takes trouble for it.
	 * @return the listener
	 */
	static OutcomeListener none() {
		return Outcomes.DEAF;
	}

}
