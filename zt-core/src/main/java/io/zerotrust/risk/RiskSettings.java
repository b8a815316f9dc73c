package io.zerotrust.risk;

import java.util.EnumMap;
import java.util.Map;

import io.zerotrust.access.SensitivityLevel;

/**
 * What an operator can say about the score and what follows from it.
 *
 * @param weights what each kind of evidence is multiplied with
 * @param thresholds from which risk on something happens, by sensitivity
 * @param throttle from which risk on who does too much is slowed down
 * @param signals rules of single signals, by name; others count as they are
 * @since 0.1.0
 */
public record RiskSettings(RiskWeights weights, Map<SensitivityLevel, RiskThresholds> thresholds, double throttle,
		Map<String, SignalRule> signals) {

	private static final double THROTTLE = 0.45;

	private static final SignalRule PLAIN = new SignalRule(1, SignalMode.ENFORCE);

	private static final RiskSettings DEFAULTS = new RiskSettings(RiskWeights.equal(), Map.of(), THROTTLE, Map.of());

	/**
	 * Create the settings.
	 * @param thresholds those that are missing are the defaults
	 * @throws IllegalArgumentException if the throttle is no risk
	 */
	public RiskSettings {
		if (!(throttle > 0 && throttle < 1)) {
			throw new IllegalArgumentException("throttle must lie between 0 and 1: " + throttle);
		}
		Map<SensitivityLevel, RiskThresholds> all = new EnumMap<>(SensitivityLevel.class);
		for (SensitivityLevel level : SensitivityLevel.values()) {
			all.put(level, thresholds.getOrDefault(level, RiskThresholds.of(level)));
		}
		thresholds = Map.copyOf(all);
		signals = Map.copyOf(signals);
	}

	/**
	 * Return the settings of who says nothing.
	 * @return the defaults
	 */
	public static RiskSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return the thresholds of an endpoint.
	 * @param sensitivity how much harm misuse of it does
	 * @return the thresholds
	 */
	public RiskThresholds thresholds(SensitivityLevel sensitivity) {
		RiskThresholds known = this.thresholds.get(sensitivity);
		return (known != null) ? known : RiskThresholds.of(sensitivity);
	}

	/**
	 * Return the rule of a signal.
	 * @param name its name
	 * @return what the operator says, or else that it counts as it is
	 */
	public SignalRule signal(String name) {
		return this.signals.getOrDefault(name, PLAIN);
	}

}
