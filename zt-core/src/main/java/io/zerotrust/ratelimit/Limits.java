package io.zerotrust.ratelimit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Reason;
import io.zerotrust.outcome.OutcomeListener;

/**
 * The limits of an application: how often an address may fail, how often it may ask, how
 * often a subject may ask. Counted in memory; nobody's count is dropped to make room for
 * another's.
 *
 * @since 0.1.0
 */
public final class Limits {

	private final int mostTracked;

	private final SteadyTime time;

	private final Random random;

	private final @Nullable AddressLimiter failures;

	private final @Nullable AddressLimiter requests;

	private final @Nullable Limiter subjects;

	/**
	 * Create limits with nothing counted yet.
	 * @param rules the limits there are
	 * @param mostTracked how many callers each limit keeps apart; beyond it newcomers
	 * share by the prefix of their address
	 * @param clock tells the time, and may be put back
	 * @param random decides which prefixes share a bucket, so that callers cannot
	 * @throws IllegalArgumentException if {@code mostTracked} is not positive
	 */
	public Limits(LimitRules rules, int mostTracked, Clock clock, Random random) {
		if (mostTracked < 1) {
			throw new IllegalArgumentException("mostTracked must be positive: " + mostTracked);
		}
		this.mostTracked = mostTracked;
		this.time = new SteadyTime(clock);
		this.random = random;
		this.failures = addresses(rules.addressFailures(), "limit.address-failures", " failures in ");
		this.requests = addresses(rules.addressRequests(), "limit.address-requests", " requests in ");
		this.subjects = (rules.subjectRequests() != null)
				? limiter(rules.subjectRequests(), "limit.subject-requests", " requests in ", " of a subject") : null;
	}

	private @Nullable AddressLimiter addresses(@Nullable RateLimit limit, String code, String what) {
		if (limit == null) {
			return null;
		}
		long permits = Math.min(limit.permits() * AddressLimiter.SITE, RateLimit.MOST_PERMITS);
		RateLimit site = new RateLimit(limit.name() + "-48", permits, limit.window());
		return new AddressLimiter(limiter(limit, code, what, " from an address"),
				limiter(site, code, what, " from a /48"));
	}

	private Limiter limiter(RateLimit limit, String code, String what, String of) {
		Reason reason = new Reason(code, limit.permits() + what + limit.window().toSeconds() + "s" + of);
		return new Limiter(limit, reason, new Buckets(limit, this.mostTracked, this.time, this.random.nextLong()));
	}

	/**
	 * Return the check of addresses, to be asked once a request before anything else is
	 * known.
	 * @return the check {@code limit.address}
	 */
	public LocalCheck addressCheck() {
		return new AddressLimitCheck(this.failures, this.requests);
	}

	/**
	 * Return the check of subjects, to be asked when they are proven.
	 * @return the check {@code limit.subject}
	 */
	public LocalCheck subjectCheck() {
		return new SubjectLimitCheck(this.subjects);
	}

	/**
	 * Return what counts failures. Without it there are none.
	 * @return the listener
	 */
	public OutcomeListener failureCount() {
		return (this.failures != null) ? new FailureCount(this.failures) : OutcomeListener.none();
	}

	/**
	 * Return how many callers each limit keeps apart.
	 * @return a row a limit, those of /48 networks included
	 */
	public List<LimitUsage> usage() {
		List<LimitUsage> usage = new ArrayList<>();
		if (this.failures != null) {
			usage.addAll(this.failures.usage());
		}
		if (this.requests != null) {
			usage.addAll(this.requests.usage());
		}
		if (this.subjects != null) {
			usage.add(this.subjects.usage());
		}
		return List.copyOf(usage);
	}

}
