package io.zerotrust.check;

import java.util.stream.Stream;

/**
 * Stands around checks and the decision point to measure them. It changes no finding and
 * no decision.
 *
 * @since 0.1.0
 */
public interface Instrumentation {

	/**
	 * Return the instrumentation that measures nothing and costs nothing.
	 * @return an instrumentation that hands everything back as it is
	 */
	static Instrumentation none() {
		return new Instrumentation() {

			@Override
			public DecisionPoint instrument(DecisionPoint decisionPoint) {
				return decisionPoint;
			}

			@Override
			public Check instrument(Check check) {
				return check;
			}

		};
	}

	/**
	 * Return the instrumentation that is all of these.
	 * @param instrumentations those that stand around everything, the innermost first
	 * @return one that hands everything to each in turn
	 */
	static Instrumentation all(Stream<Instrumentation> instrumentations) {
		return instrumentations.reduce(BothInstrumentations::new).orElseGet(Instrumentation::none);
	}

	/**
	 * Stand around a decision point, whoever has made it.
	 * @param decisionPoint whom the gates ask
	 * @return whom the gates ask instead
	 */
	DecisionPoint instrument(DecisionPoint decisionPoint);

	/**
	 * Stand around a check.
	 * @param check the check
	 * @return a check of the same kind and name
	 */
	Check instrument(Check check);

}
