package io.zerotrust.spring.autoconfigure;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;

/**
 * Who replaces the address of callers by one from a header, before zt sees the request.
 *
 * @param what the setting that does so, to begin a sentence with
 * @param remedy how to stop it, to go on in a sentence with
 * @param lost whether the address of the connection and the headers cannot be had any
 * more
 */
record AddressRewriting(String what, String remedy, boolean lost) {

	private static final String STRATEGY = "server.forward-headers-strategy";

	private static final List<String> VALVE = List.of("server.tomcat.remoteip.remote-ip-header",
			"server.tomcat.remoteip.protocol-header");

	private static final String NO_STRATEGY = "set " + STRATEGY + ": none";

	/**
	 * Find who rewrites. Tomcat's valve comes with any of its headers too, whatever the
	 * strategy says.
	 * @param rewriter the type of what Spring reads forwarded headers with, if it is
	 * there
	 * @return the one that counts, or {@code null} if nobody does
	 */
	static @Nullable AddressRewriting in(Environment environment, Optional<String> rewriter) {
		for (String key : VALVE) {
			if (hasText(environment.getProperty(key))) {
				return new AddressRewriting(key + " is " + environment.getProperty(key), "remove " + key, true);
			}
		}
		String strategy = environment.getProperty(STRATEGY);
		if (!hasText(strategy)) {
			CloudPlatform platform = CloudPlatform.getActive(environment);
			if (platform != null && platform.isUsingForwardHeaders()) {
				return new AddressRewriting(STRATEGY + " is not set and native because of the platform " + platform,
						NO_STRATEGY, true);
			}
		}
		else if (!"none".equalsIgnoreCase(strategy)) {
			return new AddressRewriting(STRATEGY + " is " + strategy, NO_STRATEGY,
					!"framework".equalsIgnoreCase(strategy));
		}
		return rewriter.map((type) -> new AddressRewriting("A " + type + " is registered", "remove the " + type, false))
			.orElse(null);
	}

	private static boolean hasText(@Nullable String value) {
		return value != null && !value.isBlank();
	}

}
