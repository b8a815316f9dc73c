package io.zerotrust.decision;

import java.time.Duration;
import java.util.Objects;

/**
 * The caller is too fast.
 *
 * @param reason which limit was reached
 * @param retryAfter how long to wait
 * @since 0.1.0
 */
public record Throttle(Reason reason, Duration retryAfter) implements Refusal {

	public Throttle {
		Objects.requireNonNull(reason, "a refusal has a reason");
		if (retryAfter.isNegative() || retryAfter.isZero()) {
			throw new IllegalArgumentException("retryAfter must be positive: " + retryAfter);
		}
	}

}
