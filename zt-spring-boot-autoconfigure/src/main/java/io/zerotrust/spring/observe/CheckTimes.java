package io.zerotrust.spring.observe;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Finding;

/**
 * Measures how long one check takes, at one call in sixteen: to measure a dozen checks at
 * every request costs more than many of them.
 */
final class CheckTimes {

	private static final int EVERY = 16;

	private final Held<Found, Timer> times;

	private final Clock clock;

	private final MeterFailures failures;

	/**
	 * Written without care for other threads; a call counted twice or not at all does no
	 * harm.
	 */
	private int calls;

	CheckTimes(String check, MeterRegistry registry, MeterFailures failures) {
		this.times = new Held<>((found) -> Timer.builder(MeterCatalogue.CHECK_TIME.name())
			.description("How long checks take, one call in " + EVERY)
			.tags("check", check, "finding", Tags.word(found))
			.register(registry));
		this.clock = registry.config().clock();
		this.failures = failures;
	}

	boolean isDue() {
		return this.calls++ % EVERY == 0;
	}

	long now() {
		return this.clock.monotonicTime();
	}

	void end(long start, @Nullable Finding finding) {
		this.failures.shield(() -> this.times.of(Found.of(finding))
			.record(this.clock.monotonicTime() - start, TimeUnit.NANOSECONDS));
	}

	private enum Found {

		PASS, GRANT, REFUSE, FAILED;

		static Found of(@Nullable Finding finding) {
			if (finding instanceof Finding.Pass) {
				return PASS;
			}
			if (finding instanceof Finding.Grant) {
				return GRANT;
			}
			return (finding instanceof Finding.Refuse) ? REFUSE : FAILED;
		}

	}

}
