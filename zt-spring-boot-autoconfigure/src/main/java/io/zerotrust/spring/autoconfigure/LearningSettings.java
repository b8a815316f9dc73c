package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimPath;
import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.risk.learned.LearningBounds;
import io.zerotrust.spring.web.DeviceSource;

/**
 * Reads what is learned about principals, and how much of it.
 */
final class LearningSettings {

	private static final int FEWEST = 100;

	private static final int MOST = 10_000_000;

	private static final int MOST_OBJECTS = 1 << 27;

	private static final double LARGEST_BUDGET = 100;

	private static final Duration LONGEST_TRIAL = Duration.ofDays(90);

	private LearningSettings() {
	}

	/**
	 * Read how much is remembered.
	 * @throws MisconfigurationException if a setting cannot be meant
	 */
	static LearningBounds bounds(RiskProperties risk, AsnLists networks) {
		if (risk.principals() < FEWEST || risk.principals() > MOST) {
			throw new MisconfigurationException(
					"zt.risk.principals is " + risk.principals() + ", which is not between " + FEWEST + " and " + MOST
							+ ".",
					"Set zt.risk.principals to the number of your users and services, 50000 for example.");
		}
		if (!(risk.challengeBudget() > 0 && risk.challengeBudget() <= LARGEST_BUDGET)) {
			throw new MisconfigurationException(
					"zt.risk.challenge-budget is " + risk.challengeBudget()
							+ ", which is no number of 1,000 sessions to live with.",
					"Set zt.risk.challenge-budget to more than 0 and at most 100, 2 for example.");
		}
		atLeast("sessions", risk.sessions(), 2 * MOST);
		atLeast("objects", risk.objects(), MOST_OBJECTS);
		return new LearningBounds(risk.principals(), risk.sessions(), risk.objects(), risk.challengeBudget(),
				trial(risk), networks);
	}

	private static void atLeast(String name, int value, int most) {
		if (value < FEWEST || value > most) {
			throw new MisconfigurationException(
					"zt.risk." + name + " is " + value + ", which is not between " + FEWEST + " and " + most + ".",
					"Remove zt.risk." + name + ", or set it to about how many there are.");
		}
	}

	/**
	 * Read how long what is learned only observes.
	 * @throws MisconfigurationException if it cannot be meant
	 */
	static Duration trial(RiskProperties risk) {
		Duration trial = risk.observeFor();
		if (trial.isNegative() || trial.compareTo(LONGEST_TRIAL) > 0) {
			throw new MisconfigurationException("zt.risk.observe-for is " + trial.toSeconds() + "s.",
					"Set zt.risk.observe-for to a duration from 0, which enforces at once, to 90d; 7d for example.");
		}
		return trial;
	}

	/**
	 * Tell whether nobody is refused yet for what was learned. Who says that the check
	 * enforces has said so.
	 */
	static BooleanSupplier trial(ZtProperties properties, LearnedRisk learned) {
		ZtProperties.Check check = properties.checks().get(RiskCheck.name(true));
		return (check != null && check.mode() != null) ? () -> false : learned::isOnTrial;
	}

	/**
	 * Read where the device of a caller is.
	 * @throws MisconfigurationException if it can be nowhere
	 */
	static DeviceSource devices(RiskProperties risk) {
		HeaderNames.verify("zt.risk.device-header", risk.deviceHeader(), "X-Device-Id");
		return new DeviceSource(risk.deviceHeader(), claim(risk.deviceClaim()));
	}

	private static @Nullable ClaimPath claim(@Nullable String text) {
		try {
			return (text != null) ? ClaimPath.parse(text) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("zt.risk.device-claim is '" + text + "': " + ex.getMessage() + ".",
					"Set zt.risk.device-claim to the name of a claim or a JSON Pointer, /device/id for example.");
		}
	}

}
