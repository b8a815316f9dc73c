package io.zerotrust.risk;

/**
 * What the operator says about a signal.
 *
 * @param weight what its evidence is multiplied with, from 0 to 4
 * @param mode what becomes of what it says
 * @since 0.1.0
 */
public record SignalRule(double weight, SignalMode mode) {

	private static final double MOST = 4;

	/**
	 * Create the rule.
	 * @throws IllegalArgumentException if the weight is out of range
	 */
	public SignalRule {
		if (!(weight >= 0 && weight <= MOST)) {
			throw new IllegalArgumentException("weight must lie between 0 and 4: " + weight);
		}
	}

}
