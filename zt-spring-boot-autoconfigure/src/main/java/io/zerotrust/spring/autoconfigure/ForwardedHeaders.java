package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;

/**
 * Tells whether somebody rewrites the address of callers from headers, which callers can
 * forge. Rules about networks do not go with that until it can be said whom to trust.
 */
final class ForwardedHeaders {

	private static final String KEY = "server.forward-headers-strategy";

	private ForwardedHeaders() {
	}

	/**
	 * Find a contradiction between rules about networks and forwarded addresses.
	 * @return the problem, or {@code null} if there is none
	 */
	static @Nullable MisconfigurationException problem(Environment environment, ZtProperties.Risk risk) {
		boolean networks = !risk.deniedNetworks().isEmpty() || !risk.suspiciousNetworks().isEmpty();
		String strategy = strategy(environment);
		if (!networks || "none".equalsIgnoreCase(strategy)) {
			return null;
		}
		return new MisconfigurationException(
				KEY + " is " + strategy + ", so callers choose the address that zt.risk's networks are held against.",
				"Set " + KEY + ": none, or remove zt.risk.denied-networks and zt.risk.suspicious-networks.");
	}

	private static String strategy(Environment environment) {
		String strategy = environment.getProperty(KEY);
		if (strategy != null && !strategy.isBlank()) {
			return strategy;
		}
		CloudPlatform platform = CloudPlatform.getActive(environment);
		return (platform != null && platform.isUsingForwardHeaders()) ? "deduced from " + platform : "none";
	}

}
