package io.zerotrust.ratelimit;

import java.time.Duration;
import java.util.List;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Finding;
import io.zerotrust.decision.Quota;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Throttle;

/**
 * Counts callers against one limit.
 */
final class Limiter {

	private final RateLimit limit;

	private final Reason reason;

	private final Duration interval;

	private final Buckets buckets;

	Limiter(RateLimit limit, Reason reason, Buckets buckets) {
		this.limit = limit;
		this.reason = reason;
		this.interval = limit.interval();
		this.buckets = buckets;
	}

	/**
	 * Tell whether nothing is left for a caller. Counts nothing.
	 * @return the refusal, or {@code null} if something is left
	 */
	@Nullable Throttle exhausted(Object caller, AddressKey from) {
		CountedBucket bucket = this.buckets.find(caller, from);
		if (bucket == null) {
			return null;
		}
		EstimationProbe probe = bucket.look();
		return probe.canBeConsumed() ? null : throttle(bucket, probe.getNanosToWaitForRefill());
	}

	/**
	 * Count against a caller what cannot be refused any more.
	 */
	void charge(Object caller, AddressKey from) {
		this.buckets.of(caller, from).take();
	}

	/**
	 * Count a request, or refuse it.
	 */
	Finding take(Object caller, AddressKey from) {
		CountedBucket bucket = this.buckets.of(caller, from);
		ConsumptionProbe probe = bucket.take();
		if (!probe.isConsumed()) {
			return Finding.refuse(throttle(bucket, probe.getNanosToWaitForRefill()));
		}
		long remaining = probe.getRemainingTokens();
		Duration reset = (remaining > 0) ? Duration.ofNanos(probe.getNanosToWaitForReset()) : this.interval;
		return new Finding.Pass(List.of(), quota(remaining, reset));
	}

	private Throttle throttle(CountedBucket bucket, long nanos) {
		// a clock of milliseconds may have moved since
		Duration wait = Duration.ofNanos(Math.max(nanos, 1));
		return new Throttle(this.reason, wait, quota(0, wait), bucket.refusesAgain());
	}

	private Quota quota(long remaining, Duration reset) {
		return new Quota(this.limit.name(), this.limit.permits(), this.limit.window(), remaining, reset);
	}

	boolean isIdle() {
		return this.buckets.isEmpty();
	}

	LimitUsage usage() {
		return this.buckets.usage();
	}

}
