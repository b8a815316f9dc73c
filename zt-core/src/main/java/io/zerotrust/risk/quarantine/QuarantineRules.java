package io.zerotrust.risk.quarantine;

import java.time.Duration;

/**
 * How long quarantines last, and how many there can be.
 *
 * @param first how long the first one lasts; the next of the same token and context
 * within a day twice as long
 * @param longest how long one lasts at most
 * @param ignoredChallenge how long the first one lasts where challenges were ignored
 * @param capacity how many are held at most; beyond it none is dropped, further ones are
 * not kept
 * @since 0.1.0
 */
public record QuarantineRules(Duration first, Duration longest, Duration ignoredChallenge, int capacity) {

	/**
	 * Create the rules.
	 * @throws IllegalArgumentException if a duration is not positive, the longest is not
	 * the longest, or there is room for none
	 */
	public QuarantineRules {
		verify("first", first, longest);
		verify("ignoredChallenge", ignoredChallenge, longest);
		if (capacity < 1) {
			throw new IllegalArgumentException("capacity must be positive: " + capacity);
		}
	}

	private static void verify(String name, Duration duration, Duration longest) {
		if (duration.isNegative() || duration.isZero() || duration.compareTo(longest) > 0) {
			throw new IllegalArgumentException(
					name + " must be positive and at most the longest, " + longest + ": " + duration);
		}
	}

	/**
	 * Return the rules of who says nothing: 15 minutes, doubled up to a day; 5 minutes
	 * for ignored challenges; 10,000 at most.
	 * @return the defaults
	 */
	public static QuarantineRules defaults() {
		return new QuarantineRules(Duration.ofMinutes(15), Duration.ofDays(1), Duration.ofMinutes(5), 10_000);
	}

	/**
	 * Return how long a quarantine lasts.
	 * @param cause what led to it
	 * @param before how many there were lately
	 */
	Duration of(QuarantineCause cause, int before) {
		Duration duration = (cause == QuarantineCause.IGNORED_CHALLENGES) ? this.ignoredChallenge : this.first;
		for (int i = 0; i < before && duration.compareTo(this.longest) < 0; i++) {
			duration = duration.multipliedBy(2);
		}
		return (duration.compareTo(this.longest) < 0) ? duration : this.longest;
	}

}
