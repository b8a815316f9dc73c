package io.zerotrust.decision;

import java.time.Duration;

/**
 * What is left of a limit that a request was counted against (RateLimit header fields for
 * HTTP, sections 2 and 3).
 *
 * @param limit the name of the limit, printable ASCII
 * @param permits how many requests, or failures, the limit admits in its window
 * @param window the window, whole seconds
 * @param remaining how many are left
 * @param reset how long until the limit is as good as unused, or, if nothing is left,
 * until one more is admitted
 * @since 0.1.0
 */
public record Quota(String limit, long permits, Duration window, long remaining, Duration reset) {

	public Quota {
		if (limit.isBlank()) {
			throw new IllegalArgumentException("limit must have a name");
		}
		if (!isPrintable(limit)) {
			throw new IllegalArgumentException("limit must be printable ASCII: " + limit);
		}
		if (permits < 1) {
			throw new IllegalArgumentException("permits must be positive: " + permits);
		}
		if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.getNano() != 0) {
			throw new IllegalArgumentException("window must be whole seconds: " + window);
		}
		if (remaining < 0 || remaining > permits) {
			throw new IllegalArgumentException("remaining must be between 0 and " + permits + ": " + remaining);
		}
		if (reset.isNegative()) {
			throw new IllegalArgumentException("reset must not be negative: " + reset);
		}
	}

	/**
	 * What a structured field can carry in a string (RFC 9651, section 3.3.3).
	 */
	private static boolean isPrintable(String limit) {
		for (int i = 0; i < limit.length(); i++) {
			if (limit.charAt(i) < 0x20 || limit.charAt(i) > 0x7e) {
				return false;
			}
		}
		return true;
	}

}
