package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.web.ProxyWitness;

/**
 * Reads what trusted proxies are asked to tell about callers.
 */
final class WitnessSettings {

	private static final String FINGERPRINT = "zt.risk.fingerprint-header";

	private static final String POSTURE = "zt.risk.posture-header";

	private static final String HEALTHY = "zt.risk.posture-healthy-values";

	private static final String UNKNOWN = "zt.risk.posture-unknown-values";

	private WitnessSettings() {
	}

	/**
	 * Read the settings.
	 * @throws MisconfigurationException if a proxy could never say so
	 */
	static ProxyWitness witness(RiskProperties risk) {
		HeaderNames.verify(FINGERPRINT, risk.fingerprintHeader(), "X-JA4");
		HeaderNames.verify(POSTURE, risk.postureHeader(), "X-Device-Posture");
		verifyWords(HEALTHY, risk.postureHealthyValues());
		verifyWords(UNKNOWN, risk.postureUnknownValues());
		if (risk.postureHealthyValues().isEmpty()) {
			throw new MisconfigurationException(HEALTHY + " is empty, so no device would be healthy.",
					"Set " + HEALTHY + " to what your proxies write, healthy for example.");
		}
		for (String word : risk.postureHealthyValues()) {
			if (risk.postureUnknownValues().stream().anyMatch(word::equalsIgnoreCase)) {
				throw new MisconfigurationException(HEALTHY + " and " + UNKNOWN + " both have the entry " + word + ".",
						"Remove it from one of them.");
			}
		}
		return new ProxyWitness(risk.fingerprintHeader(), risk.postureHeader(), risk.postureHealthyValues(),
				risk.postureUnknownValues());
	}

	private static void verifyWords(String key, List<String> words) {
		for (String word : words) {
			if (!ProxyWitness.isReadable(word)) {
				throw new MisconfigurationException(key + " has the entry \"" + word + "\", which is never read.",
						"Write 1 to 128 characters of printable ASCII.");
			}
		}
	}

	/**
	 * Find headers that nobody is trusted to send.
	 */
	static List<MisconfigurationException> problems(ZtProperties properties) {
		List<MisconfigurationException> problems = new ArrayList<>();
		if (!ClientAddressRules.trustsProxies(properties.clientAddress())) {
			addUntold(problems, FINGERPRINT, properties.risk().fingerprintHeader());
			addUntold(problems, POSTURE, properties.risk().postureHeader());
		}
		return problems;
	}

	private static void addUntold(List<MisconfigurationException> problems, String key, @Nullable String header) {
		if (header != null) {
			problems.add(new MisconfigurationException(
					key + " is " + header + ", but no proxy is trusted to send it, so it would never be read.",
					"Set zt.client-address.source: x-forwarded-for or forwarded, and zt.client-address.trusted-proxies "
							+ "to the networks your proxies connect from, or remove " + key + "."));
		}
	}

}
