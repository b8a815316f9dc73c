package io.zerotrust.access;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The scopes, or the roles, that a subject needs: all of one set, and at least one of
 * another.
 *
 * @param allOf every one is needed; empty means no such demand
 * @param anyOf at least one is needed; empty means no such demand
 * @since 0.1.0
 */
public record AuthorityRule(Set<String> allOf, Set<String> anyOf) {

	private static final AuthorityRule NONE = new AuthorityRule(Set.of(), Set.of());

	public AuthorityRule {
		allOf = Set.copyOf(allOf);
		anyOf = Set.copyOf(anyOf);
	}

	/**
	 * Return the rule that demands nothing.
	 * @return the empty rule
	 */
	public static AuthorityRule none() {
		return NONE;
	}

	/**
	 * Whether the rule demands nothing.
	 * @return {@code true} if both sets are empty
	 */
	public boolean isEmpty() {
		return this.allOf.isEmpty() && this.anyOf.isEmpty();
	}

	/**
	 * Return what is missing.
	 * @param held what the subject holds
	 * @return the missing members of {@code allOf}, and all of {@code anyOf} if none of
	 * those is held; empty if the rule is satisfied
	 */
	public Set<String> missing(Set<String> held) {
		boolean any = this.anyOf.isEmpty() || holdsAny(held);
		if (any && held.containsAll(this.allOf)) {
			return Set.of();
		}
		Set<String> missing = new LinkedHashSet<>(this.allOf);
		missing.removeAll(held);
		if (!any) {
			missing.addAll(this.anyOf);
		}
		return missing;
	}

	private boolean holdsAny(Set<String> held) {
		for (String candidate : this.anyOf) {
			if (held.contains(candidate)) {
				return true;
			}
		}
		return false;
	}

}
