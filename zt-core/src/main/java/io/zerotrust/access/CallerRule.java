package io.zerotrust.access;

import java.util.Set;

/**
 * From which clients, and in whose hands, an endpoint may be called. Clients and roles
 * are alternatives; the kind is demanded beside them.
 *
 * @param clients client identifiers
 * @param roles roles of the calling client
 * @param kinds what kind of subject may call; empty means every kind
 * @since 0.1.0
 */
public record CallerRule(Set<String> clients, Set<String> roles, Set<SubjectKind> kinds) {

	private static final CallerRule NONE = new CallerRule(Set.of(), Set.of(), Set.of());

	public CallerRule {
		clients = Set.copyOf(clients);
		roles = Set.copyOf(roles);
		kinds = Set.copyOf(kinds);
	}

	/**
	 * Return the rule that demands nothing.
	 * @return the empty rule
	 */
	public static CallerRule none() {
		return NONE;
	}

	/**
	 * Whether the rule demands nothing.
	 * @return {@code true} if every caller satisfies it
	 */
	public boolean isEmpty() {
		return this.clients.isEmpty() && this.roles.isEmpty() && this.kinds.isEmpty();
	}

	/**
	 * Whether a caller satisfies the rule.
	 * @param subject who calls
	 * @param clientRoles the roles of the calling client
	 * @return {@code true} if client or role is one of those named, and the kind too
	 */
	public boolean admits(Subject subject, Set<String> clientRoles) {
		if (!this.kinds.isEmpty() && !this.kinds.contains(subject.kind())) {
			return false;
		}
		return (this.clients.isEmpty() && this.roles.isEmpty()) || this.clients.contains(subject.client())
				|| hasRole(clientRoles);
	}

	private boolean hasRole(Set<String> clientRoles) {
		for (String role : this.roles) {
			if (clientRoles.contains(role)) {
				return true;
			}
		}
		return false;
	}

}
