package io.zerotrust.archfixture.risk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;

import io.zerotrust.archfixture.policy.PolicyManager;

/**
 * Wrong: looks at the clock, and into another leaf room.
 */
public final class TellsTime {

	private final PolicyManager manager = new PolicyManager();

	Object neighbour() {
		return this.manager;
	}

	static final class ByInstant {

		Instant now() {
			return Instant.now();
		}

	}

	static final class ByReference {

		Supplier<Instant> now() {
			return Instant::now;
		}

	}

	static final class ByDate {

		LocalDate today() {
			return LocalDate.now();
		}

	}

	static final class ByMillis {

		long now() {
			return System.currentTimeMillis();
		}

	}

	static final class ByNanos {

		long now() {
			return System.nanoTime();
		}

	}

	static final class ByOldDate {

		Date now() {
			return new Date();
		}

	}

	static final class BySystemClock {

		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
