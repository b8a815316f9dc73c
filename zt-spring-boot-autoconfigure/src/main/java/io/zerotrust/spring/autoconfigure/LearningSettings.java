package io.zerotrust.spring.autoconfigure;

import java.security.SecureRandom;

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
		return new LearnedRisk(challenges, risk.principals(), risk.challengeBudget(), random);
	}

	/**
	 * Read where the device of a caller is.
	 * @throws MisconfigurationException if it can be nowhere
	 */
	static DeviceSource devices(RiskProperties risk) {
		String header = risk.deviceHeader();
		if (header != null && !isToken(header)) {
			throw new MisconfigurationException(
					"zt.risk.device-header is '" + header + "', which is no name of a header.",
					"Set zt.risk.device-header to a name of letters, digits and hyphens, X-Device-Id for example.");
		}
		return new DeviceSource(header, claim(risk.deviceClaim()));
	}

	/**
	 * The characters of a field name that somebody may want (RFC 9110, section 5.1).
	 */
	private static boolean isToken(String name) {
		return !name.isEmpty() && name.chars()
			.allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
					|| c == '_');
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
