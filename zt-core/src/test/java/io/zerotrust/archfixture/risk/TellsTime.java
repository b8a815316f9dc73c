package io.zerotrust.archfixture.risk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;

import io.zerotrust.archfixture.policy.PolicyManager;
import io.zerotrust.archfixture.risk.learned.Memory;

/**
 * Wrong: looks at the clock, into another leaf room and behind its own wall.
 */
public final class TellsTime {

	private final PolicyManager manager = new PolicyManager();

	Object memory() {
		return new Memory();
	}

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
