package io.zerotrust.ratelimit;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.local.LocalBucket;

/**
 * A bucket that knows whether somebody was refused since it ran dry.
 */
final class CountedBucket {

	private final LocalBucket tokens;

	private final AtomicBoolean refusing = new AtomicBoolean();

	CountedBucket(LocalBucket tokens) {
		this.tokens = tokens;
	}

	ConsumptionProbe take() {
		ConsumptionProbe probe = this.tokens.tryConsumeAndReturnRemaining(1);
		if (probe.isConsumed() && this.refusing.get()) {
			this.refusing.set(false);
		}
		return probe;
	}

	EstimationProbe look() {
		return this.tokens.estimateAbilityToConsume(1);
	}

	long left() {
		return this.tokens.getAvailableTokens();
	}

	/**
	 * Note a refusal.
	 * @return whether it is not the first since the bucket ran dry
	 */
	boolean refusesAgain() {
		return this.refusing.get() || !this.refusing.compareAndSet(false, true);
	}

}
