package io.zerotrust.outcome;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Tells every listener what came of a request. One that throws is reported and keeps
 * nothing from the others.
 *
 * @since 0.1.0
 */
public final class Outcomes {

	private static final Logger logger = System.getLogger(Outcomes.class.getName());

	static final OutcomeListener DEAF = (outcome) -> {
	};

	private final OutcomeListener[] listeners;

	/**
	 * Create the outlet.
	 * @param listeners who is told, in this order
	 */
	public Outcomes(List<? extends OutcomeListener> listeners) {
		this.listeners = listeners.stream().filter((listener) -> listener != DEAF).toArray(OutcomeListener[]::new);
	}

	/**
	 * Whether nobody listens.
	 * @return {@code true} if there is no need to find out what came of requests
	 */
	public boolean isEmpty() {
		return this.listeners.length == 0;
	}

	/**
	 * Tell every listener.
	 * @param outcome what came of the request
	 */
	public void tell(Outcome outcome) {
		for (OutcomeListener listener : this.listeners) {
			try {
				listener.accept(outcome);
			}
			catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
				logger.log(Level.ERROR, "outcome listener failed on decision " + outcome.evaluation().id(), ex);
			}
		}
	}

}
