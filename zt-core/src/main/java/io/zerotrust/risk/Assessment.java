package io.zerotrust.risk;

/**
 * What a signal says about a request.
 *
 * @param nats the natural logarithm of how much likelier the request is an attacker's
 * than the principal's own; 0 says nothing, negative speaks for the principal
 * @param words what was seen, for operators
 * @since 0.1.0
 */
public record Assessment(double nats, String words) {

	private static final Assessment SILENT = new Assessment(0, "");

	public Assessment {
		if (Double.isNaN(nats) || Double.isInfinite(nats)) {
			throw new IllegalArgumentException("nats must be finite: " + nats);
		}
	}

	/**
	 * Return the assessment that says nothing.
	 * @return no evidence
	 */
	public static Assessment silent() {
		return SILENT;
	}

}
