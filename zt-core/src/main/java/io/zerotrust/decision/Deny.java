package io.zerotrust.decision;

import java.util.Objects;
import java.util.Set;

/**
 * The caller may not, and trying again does not help.
 *
 * @param reason why
 * @param requiredScopes the scopes that would have helped (RFC 6750
 * {@code insufficient_scope}); empty if none would
 * @since 0.1.0
 */
public record Deny(Reason reason, Set<String> requiredScopes) implements Refusal {

	public Deny {
		Objects.requireNonNull(reason, "a refusal has a reason");
		requiredScopes = Set.copyOf(requiredScopes);
	}

	/**
	 * Return a denial that no scope would have prevented.
	 * @param reason why
	 * @return the denial
	 */
	public static Deny of(Reason reason) {
		return new Deny(reason, Set.of());
	}

}
