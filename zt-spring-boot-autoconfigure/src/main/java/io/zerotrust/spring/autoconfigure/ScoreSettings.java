package io.zerotrust.spring.autoconfigure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.risk.RiskThresholds;
import io.zerotrust.risk.RiskWeights;
import io.zerotrust.risk.SignalNames;
import io.zerotrust.risk.SignalRule;

/**
 * Reads how much each signal counts, and what follows from a score.
 */
final class ScoreSettings {

	private static final double HEAVIEST = 4;

	private ScoreSettings() {
	}

	/**
	 * Read the settings.
	 * @throws MisconfigurationException if a number cannot be meant
	 */
	static RiskSettings of(RiskProperties risk) {
		double throttle = risk.throttleThreshold();
		if (!(throttle > 0 && throttle < 1)) {
			throw new MisconfigurationException("zt.risk.throttle-threshold is " + throttle + ", which is no risk.",
					"Set zt.risk.throttle-threshold to a number between 0 and 1, 0.45 for example.");
		}
		Map<SensitivityLevel, RiskThresholds> thresholds = new EnumMap<>(SensitivityLevel.class);
		risk.thresholds().all().forEach((level, own) -> thresholds.put(level, thresholds(level, own)));
		Map<String, SignalRule> signals = new HashMap<>();
		risk.signals()
			.forEach((name, rule) -> signals.put(name,
					new SignalRule(weight("zt.risk.signals." + name + ".weight", rule.weight()), rule.mode())));
		return new RiskSettings(weights(risk.weights()), thresholds, throttle, signals);
	}

	private static RiskWeights weights(WeightProperties weights) {
		return new RiskWeights(weight("zt.risk.weights.context", weights.context()),
				weight("zt.risk.weights.session", weights.session()),
				weight("zt.risk.weights.behaviour", weights.behaviour()));
	}

	private static double weight(String key, double weight) {
		if (!(weight >= 0 && weight <= HEAVIEST)) {
			throw new MisconfigurationException(key + " is " + weight + ".",
					"Set " + key + " to a number from 0, which drops it, to 4; 1 changes nothing.");
		}
		return weight;
	}

	private static RiskThresholds thresholds(SensitivityLevel level, ThresholdProperties.Level own) {
		RiskThresholds usual = RiskThresholds.of(level);
		double stepUp = (own.stepUp() != null) ? own.stepUp() : usual.stepUp();
		double deny = (own.deny() != null) ? own.deny() : usual.deny();
		if (!(stepUp > 0 && stepUp < deny && deny < 1)) {
			String key = "zt.risk.thresholds." + level.name().toLowerCase(Locale.ROOT) + ".";
			throw new MisconfigurationException(
					key + "step-up is " + stepUp + " and " + key + "deny is " + deny
							+ ", which do not follow each other.",
					"Set both so that 0 < step-up < deny < 1; not set they are " + usual.stepUp() + " and "
							+ usual.deny() + ".");
		}
		return new RiskThresholds(stepUp, deny);
	}

	/**
	 * Verify that every rule is about a signal there is.
	 * @param own the signals of the application
	 * @throws MisconfigurationException if one is not
	 */
	static void verifyNames(RiskSettings settings, List<RiskSignal> own) {
		Set<String> names = new TreeSet<>(SignalNames.all());
		own.forEach((signal) -> names.add(signal.name()));
		for (String name : new TreeSet<>(settings.signals().keySet())) {
			if (!names.contains(name)) {
				throw new MisconfigurationException(
						"zt.risk.signals." + name + " is about a signal that does not exist.",
						"Use one of " + String.join(", ", names) + ".");
			}
		}
	}

}
