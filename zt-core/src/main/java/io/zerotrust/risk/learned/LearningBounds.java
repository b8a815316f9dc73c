package io.zerotrust.risk.learned;

import java.time.Duration;

import io.zerotrust.risk.AsnLists;

/**
 * How much is remembered, and what of it follows when.
 *
 * @param principals how many principals are remembered at most, 4 or more
 * @param sessions how many sessions
 * @param objects of how many objects the owner is remembered; rounded up to a power of
 * two
 * @param challengeBudget how many of 1,000 sessions may come above the step-up threshold
 * @param observeFor for how long nobody is refused for what was learned, unless half of
 * the principals are known before
 * @param networks what the operator knows of networks
 * @since 0.1.0
 */
public record LearningBounds(int principals, int sessions, int objects, double challengeBudget, Duration observeFor,
		AsnLists networks) {

	private static final int FEWEST = 4;

	private static final int MOST_OBJECTS = 1 << 28;

	private static final int OBJECTS = 1 << 20;

	private static final double BUDGET = 2;

	/**
	 * Create the bounds.
	 * @throws IllegalArgumentException if a number is out of range
	 */
	public LearningBounds {
		if (principals < FEWEST) {
			throw new IllegalArgumentException("principals must be at least 4: " + principals);
		}
		if (sessions < 1) {
			throw new IllegalArgumentException("sessions must be positive: " + sessions);
		}
		if (objects < 1 || objects > MOST_OBJECTS) {
			throw new IllegalArgumentException("objects must lie between 1 and " + MOST_OBJECTS + ": " + objects);
		}
		if (!(challengeBudget > 0 && challengeBudget < 1000)) {
			throw new IllegalArgumentException("challengeBudget must lie between 0 and 1000: " + challengeBudget);
		}
		if (observeFor.isNegative()) {
			throw new IllegalArgumentException("observeFor must not be negative: " + observeFor);
		}
		objects = (objects == 1) ? 1 : Integer.highestOneBit(objects - 1) << 1;
	}

	/**
	 * Return bounds for a number of principals that are enforced from the beginning.
	 * @param principals how many are remembered
	 * @return the bounds
	 */
	public static LearningBounds of(int principals) {
		return new LearningBounds(principals, 2 * principals, OBJECTS, BUDGET, Duration.ZERO, AsnLists.none());
	}

	/**
	 * Return the same bounds with what the operator knows of networks.
	 * @param networks autonomous systems and what they are for
	 * @return the changed bounds
	 */
	public LearningBounds with(AsnLists networks) {
		return new LearningBounds(this.principals, this.sessions, this.objects, this.challengeBudget, this.observeFor,
				networks);
	}

}
