package io.zerotrust.spring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.risk.quarantine.QuarantineRules;

/**
 * Tokens that are shut out where they were misused.
 *
 * @param duration How long the first quarantine of a token lasts; each further one within
 * a day twice as long.
 * @param longest How long a quarantine lasts at most that no operator imposed, up to 30
 * days. One by an operator who does not say lasts as long.
 * @param ignoredChallenge How long the first one lasts of a user who went on without
 * stepping up.
 * @param capacity How many quarantines are held at most, from 1 to 1000000. None is
 * dropped to make room: a further one is not kept, and its requests are refused by their
 * risk alone.
 */
record QuarantineProperties(@DefaultValue("15m") Duration duration, @DefaultValue("24h") Duration longest,
		@DefaultValue("5m") Duration ignoredChallenge, @DefaultValue("10000") int capacity) {

	private static final String KEY = "zt.risk.quarantine.";

	private static final int MOST = 1_000_000;

	/**
	 * Return how long and how many.
	 * @throws MisconfigurationException if a setting cannot be meant
	 */
	QuarantineRules rules() {
		if (!isPositive(this.longest) || this.longest.compareTo(Quarantine.LONGEST) > 0) {
			throw new MisconfigurationException(
					KEY + "longest is " + this.longest + ", which is not between 0 and " + Quarantine.LONGEST + ".",
					"Set " + KEY + "longest to a positive duration of at most 30 days, 24h for example.");
		}
		verify("duration", this.duration, "15m");
		verify("ignored-challenge", this.ignoredChallenge, "5m");
		if (this.capacity < 1 || this.capacity > MOST) {
			throw new MisconfigurationException(KEY + "capacity is " + this.capacity + ".",
					"Set " + KEY + "capacity to a number from 1 to " + MOST + ".");
		}
		return new QuarantineRules(this.duration, this.longest, this.ignoredChallenge, this.capacity);
	}

	private void verify(String name, Duration duration, String example) {
		if (!isPositive(duration) || duration.compareTo(this.longest) > 0) {
			throw new MisconfigurationException(
					KEY + name + " is " + duration + ", which is not between 0 and " + KEY + "longest, " + this.longest
							+ ".",
					"Set " + KEY + name + " to a positive duration of at most " + KEY + "longest, " + example
							+ " for example.");
		}
	}

	private static boolean isPositive(Duration duration) {
		return !duration.isNegative() && !duration.isZero();
	}

}
