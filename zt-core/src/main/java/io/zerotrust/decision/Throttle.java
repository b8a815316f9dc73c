package io.zerotrust.decision;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The caller is too fast.
 *
 * @param reason which limit was reached
 * @param retryAfter how long to wait
 * @param quota what is left of the limit, or {@code null} if the limit is no number of
 * requests
 * @param repeated whether the limit has refused already since it was reached
 * @since 0.1.0
 */
public record Throttle(Reason reason, Duration retryAfter, @Nullable Quota quota, boolean repeated) implements Refusal {

	public Throttle {
		Objects.requireNonNull(reason, "a refusal has a reason");
		if (retryAfter.isNegative() || retryAfter.isZero()) {
			throw new IllegalArgumentException("retryAfter must be positive: " + retryAfter);
		}
	}

	/**
	 * Create a throttle that is the first since the limit was reached.
	 * @param reason which limit was reached
	 * @param retryAfter how long to wait
	 * @param quota what is left of the limit, or {@code null}
	 */
	public Throttle(Reason reason, Duration retryAfter, @Nullable Quota quota) {
		this(reason, retryAfter, quota, false);
	}

	/**
	 * Create a throttle that is no number of requests.
	 * @param reason which limit was reached
	 * @param retryAfter how long to wait
	 */
	public Throttle(Reason reason, Duration retryAfter) {
		this(reason, retryAfter, null, false);
	}

}
