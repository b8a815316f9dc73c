package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.zerotrust.ratelimit.LimitRules;
import io.zerotrust.ratelimit.RateLimit;

/**
 * Makes limits of what the operator says, and holds it against what can be meant.
 */
final class LimitSettings {

	private static final String FAILURES = "zt.limits.address.failures";

	private static final String TRACKED = "zt.limits.tracked-callers";

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final LimitProperties properties;

	LimitSettings(LimitProperties properties) {
		this.properties = properties;
	}

	/**
	 * Return the limits there are.
	 * @throws MisconfigurationException if one of them cannot be meant
	 */
	LimitRules rules() {
		LimitProperties.Address address = this.properties.address();
		RateLimit failures = limit("address-failures", FAILURES, address.failures().permits(),
				address.failures().window(), ", or zt.limits.address.ignore-failures: true to count none");
		return new LimitRules(address.ignoreFailures() ? null : failures,
				requests("address-requests", "zt.limits.address.requests", address.requests()),
				requests("subject-requests", "zt.limits.subject.requests", this.properties.subject().requests()));
	}

	/**
	 * Return how many callers each limit keeps apart.
	 * @throws MisconfigurationException if there are none
	 */
	int trackedCallers() {
		int tracked = this.properties.trackedCallers();
		if (tracked < 1) {
			throw new MisconfigurationException(TRACKED + " is " + tracked + ", so no caller would be kept apart.",
					"Set " + TRACKED + " to about as many as call within a window, 100000 for example.");
		}
		return tracked;
	}

	/**
	 * Put the limits into words.
	 * @return what is limited, and how
	 */
	String words() {
		LimitRules rules = rules();
		List<String> words = new ArrayList<>();
		add(words, rules.addressFailures(), " failures of an address in ");
		add(words, rules.addressRequests(), " requests of an address in ");
		add(words, rules.subjectRequests(), " requests of a subject in ");
		return words.isEmpty() ? "none (zt.limits)" : String.join(", ", words);
	}

	private static void add(List<String> words, @Nullable RateLimit limit, String what) {
		if (limit != null) {
			words.add(limit.permits() + what
					+ limit.window().toString().substring("PT".length()).toLowerCase(Locale.ROOT));
		}
	}

	private static @Nullable RateLimit requests(String name, String key, LimitProperties.Requests requests) {
		Long permits = requests.permits();
		Duration window = requests.window();
		if (permits != null) {
			return limit(name, key, permits, (window != null) ? window : MINUTE, "");
		}
		if (window != null) {
			throw new MisconfigurationException(
					key + ".window is " + window.toMillis() + "ms, and " + key
							+ ".permits is not set, so nothing is limited.",
					"Set " + key + ".permits to the number of requests in the window, or remove " + key + ".window.");
		}
		return null;
	}

	private static RateLimit limit(String name, String key, long permits, Duration window, String without) {
		if (permits < 1 || permits > RateLimit.MOST_PERMITS) {
			throw new MisconfigurationException(
					key + ".permits is " + permits
							+ ((permits < 1) ? ", so everybody would be refused."
									: ", more than anybody can be counted to."),
					"Set " + key + ".permits to a number from 1 to " + RateLimit.MOST_PERMITS + without + ".");
		}
		boolean fits = window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(RateLimit.LONGEST_WINDOW) <= 0
				&& window.getNano() == 0;
		if (!fits) {
			throw new MisconfigurationException(
					key + ".window is " + window.toMillis() + "ms, and windows are whole seconds up to a day.",
					"Set " + key + ".window to 1s or more, 1m for example.");
		}
		return new RateLimit(name, permits, window);
	}

}
