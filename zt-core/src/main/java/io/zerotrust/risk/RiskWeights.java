package io.zerotrust.risk;

/**
 * What each kind of evidence is multiplied with, after it was clipped.
 *
 * @param context where the request comes from and with what
 * @param session whether the session still looks like itself
 * @param behaviour how much is done, and what
 * @since 0.1.0
 */
public record RiskWeights(double context, double session, double behaviour) {

	private static final double MOST = 4;

	private static final RiskWeights EQUAL = new RiskWeights(1, 1, 1);

	/**
	 * Create the weights.
	 * @throws IllegalArgumentException if one lies not between 0 and 4
	 */
	public RiskWeights {
		for (double weight : new double[] { context, session, behaviour }) {
			if (!(weight >= 0 && weight <= MOST)) {
				throw new IllegalArgumentException("weight must lie between 0 and 4: " + weight);
			}
		}
	}

	/**
	 * Return the weights that change nothing.
	 * @return all 1
	 */
	public static RiskWeights equal() {
		return EQUAL;
	}

}
