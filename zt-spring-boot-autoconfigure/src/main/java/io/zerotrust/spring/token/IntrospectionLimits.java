package io.zerotrust.spring.token;

import java.time.Duration;

/**
 * How long the issuer may take, and how long its answers are believed.
 *
 * @param timeout how long an answer may take, to its last byte
 * @param active how long an active token is believed without asking again; zero asks each
 * time
 * @param inactive how long a token that is not active is refused without asking; zero
 * asks each time
 * @param size how many answers of each kind are kept at most
 * @param waiting how many requests wait for answers at the same time; the others fail
 * @since 0.1.0
 */
public record IntrospectionLimits(Duration timeout, Duration active, Duration inactive, int size, int waiting) {

	public IntrospectionLimits {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("timeout must be positive: " + timeout);
		}
		if (active.isNegative() || inactive.isNegative()) {
			throw new IllegalArgumentException("times must not be negative: " + active + ", " + inactive);
		}
		if (size <= 0) {
			throw new IllegalArgumentException("size must be positive: " + size);
		}
		if (waiting <= 0) {
			throw new IllegalArgumentException("waiting must be positive: " + waiting);
		}
	}

}
