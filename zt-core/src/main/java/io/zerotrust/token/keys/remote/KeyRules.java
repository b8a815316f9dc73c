package io.zerotrust.token.keys.remote;

import java.time.Duration;
import java.util.Set;

/**
 * How keys are fetched and kept.
 *
 * @param refresh the age at which keys are fetched anew, ahead of need
 * @param coolDown the time between two attempts at one issuer, whatever tokens name
 * @param staleLimit how long keys do after the issuer last confirmed them; not shorter
 * than {@code refresh} and {@code coolDown}
 * @param timeout how long one attempt may take, metadata included, to the last byte
 * @param maxSize the largest document that is read, in bytes
 * @param allowedHosts further hosts keys may come from, each {@code host} or
 * {@code host:port}, in lower case
 * @param insecure whether documents may come without TLS from other hosts than this one
 * @since 0.1.0
 */
public record KeyRules(Duration refresh, Duration coolDown, Duration staleLimit, Duration timeout, int maxSize,
		Set<String> allowedHosts, boolean insecure) {

	public KeyRules {
		positive("refresh", refresh);
		positive("coolDown", coolDown);
		positive("staleLimit", staleLimit);
		positive("timeout", timeout);
		if (staleLimit.compareTo(refresh) < 0 || staleLimit.compareTo(coolDown) < 0) {
			throw new IllegalArgumentException("staleLimit must not be shorter than refresh and coolDown: " + staleLimit
					+ " against " + refresh + " and " + coolDown);
		}
		if (maxSize < 1) {
			throw new IllegalArgumentException("maxSize must be positive: " + maxSize);
		}
		allowedHosts = Set.copyOf(allowedHosts);
	}

	private static void positive(String name, Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException(name + " must be positive: " + duration);
		}
	}

}
