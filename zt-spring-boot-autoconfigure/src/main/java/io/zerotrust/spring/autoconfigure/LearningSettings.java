package io.zerotrust.spring.autoconfigure;

import java.security.SecureRandom;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimPath;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.web.DeviceSource;

/**
 * Reads what is learned about principals, and how much of it.
 */
final class LearningSettings {

	private static final int FEWEST = 100;

	private static final int MOST = 10_000_000;

	private static final double LARGEST_BUDGET = 100;

	private static final Duration LONGEST_TRIAL = Duration.ofDays(90);

	private LearningSettings() {
	}

	/**
	 * Make the memory of principals.
	 * @throws MisconfigurationException if a setting cannot be meant
	 */
	static LearnedRisk memory(RiskProperties risk, Challenges challenges, SecureRandom random) {
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
		trial(risk);
		return new LearnedRisk(challenges, risk.principals(), risk.challengeBudget(), random);
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
