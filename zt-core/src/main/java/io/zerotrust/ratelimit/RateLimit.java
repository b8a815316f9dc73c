package io.zerotrust.ratelimit;

import java.time.Duration;

/**
 * How many requests, or failures, a caller may make in a window.
 *
 * @param name the name under which the limit is reported, printable ASCII
 * @param permits how many, at most {@link #MOST_PERMITS}
 * @param window in which time, whole seconds, at most {@link #LONGEST_WINDOW}
 * @since 0.1.0
 */
public record RateLimit(String name, long permits, Duration window) {

	/**
	 * The most permits a limit may have.
	 */
	public static final long MOST_PERMITS = 1_000_000_000;

	/**
	 * The longest window a limit may have.
	 */
	public static final Duration LONGEST_WINDOW = Duration.ofDays(1);

	public RateLimit {
		if (name.isBlank()) {
			throw new IllegalArgumentException("name must not be blank");
		}
		if (permits < 1 || permits > MOST_PERMITS) {
			throw new IllegalArgumentException("permits must be between 1 and " + MOST_PERMITS + ": " + permits);
		}
		boolean fits = window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(LONGEST_WINDOW) <= 0;
		if (!fits || window.getNano() != 0) {
			throw new IllegalArgumentException(
					"window must be whole seconds, from 1s to " + LONGEST_WINDOW.toSeconds() + "s: " + window);
		}
	}

	/**
	 * Return how long one permit takes to come back, rounded up.
	 * @return the time
	 */
	Duration interval() {
		return Duration.ofNanos((this.window.toNanos() + this.permits - 1) / this.permits);
	}

}
