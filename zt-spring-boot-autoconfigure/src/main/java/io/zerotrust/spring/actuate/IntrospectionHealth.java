package io.zerotrust.spring.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import io.zerotrust.spring.token.IntrospectionListener;

/**
 * Tells how the last question about an opaque token went. A failure is unknown and not
 * down: what callers send must not take instances out of service.
 *
 * @since 0.1.0
 */
public final class IntrospectionHealth implements HealthIndicator, IntrospectionListener {

	private final Clock clock;

	private volatile @Nullable Last last;

	/**
	 * Create the indicator.
	 * @param clock tells when the issuer was asked
	 */
	public IntrospectionHealth(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void asked(Outcome outcome, Duration took, @Nullable String problem) {
		this.last = new Last(this.clock.instant(), (outcome == Outcome.FAILED) ? String.valueOf(problem) : null);
	}

	@Override
	public Health health() {
		Last known = this.last;
		if (known == null) {
			return Health.unknown().withDetail("asked", "never").build();
		}
		if (known.problem() == null) {
			return Health.up().withDetail("asked", known.time().toString()).build();
		}
		return Health.status(new Status(Status.UNKNOWN.getCode(), "the issuer did not answer"))
			.withDetail("asked", known.time().toString())
			.withDetail("problem", known.problem())
			.build();
	}

	private record Last(Instant time, @Nullable String problem) {
	}

}
