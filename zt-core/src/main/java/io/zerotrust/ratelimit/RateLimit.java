package io.zerotrust.ratelimit;

import java.time.Duration;

/**
 * How many requests, or failures, a caller may make in a window.
 *
 * @param name the name under which the limit is reported
 * @param permits how many
 * @param window in which time, whole seconds
 * @since 0.1.0
 */
public record RateLimit(String name, long permits, Duration window) {

	public RateLimit {
		if (name.isBlank()) {
			throw new IllegalArgumentException("name must not be blank");
		}
		if (permits < 1) {
			throw new IllegalArgumentException("permits must be positive: " + permits);
		}
		if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.getNano() != 0) {
			throw new IllegalArgumentException("window must be whole seconds: " + window);
		}
	}

}
