package io.zerotrust.risk;

import io.zerotrust.access.SensitivityLevel;

/**
 * From which risk on something happens.
 *
 * @param stepUp from here on the user has to authenticate again
 * @param deny from here on the request is refused
 * @since 0.1.0
 */
public record RiskThresholds(double stepUp, double deny) {

	private static final RiskThresholds LOW = new RiskThresholds(0.73, 0.95);

	private static final RiskThresholds MEDIUM = new RiskThresholds(0.62, 0.92);

	private static final RiskThresholds HIGH = new RiskThresholds(0.50, 0.88);

	private static final RiskThresholds CRITICAL = new RiskThresholds(0.38, 0.82);

	public RiskThresholds {
		if (!(stepUp > 0 && stepUp < deny && deny < 1)) {
			throw new IllegalArgumentException("0 < stepUp < deny < 1 does not hold: " + stepUp + ", " + deny);
		}
	}

	/**
	 * Return the default thresholds.
	 * @param sensitivity how much harm a misused endpoint does
	 * @return the thresholds, the lower the more harm is possible
	 */
	public static RiskThresholds of(SensitivityLevel sensitivity) {
		return switch (sensitivity) {
			case LOW -> LOW;
			case MEDIUM -> MEDIUM;
			case HIGH -> HIGH;
			case CRITICAL -> CRITICAL;
		};
	}

}
