package io.zerotrust.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.zerotrust.access.Subject;

/**
 * The roles of calling clients: those the operator gave them, and those a service has by
 * its own token.
 *
 * @since 0.1.0
 */
public final class ClientRoles {

	private static final ClientRoles NONE = new ClientRoles(Map.of());

	private final Map<String, Set<String>> byClient;

	/**
	 * Create the roles.
	 * @param byRole the clients that have a role
	 * @throws IllegalArgumentException if a client has no name, as callers without a
	 * client have none
	 */
	public ClientRoles(Map<String, Set<String>> byRole) {
		Map<String, Set<String>> byClient = new HashMap<>();
		byRole.forEach((role, clients) -> clients.forEach((client) -> {
			if (client.isBlank()) {
				throw new IllegalArgumentException("client of the role " + role + " must not be blank");
			}
			byClient.computeIfAbsent(client, (key) -> new HashSet<>()).add(role);
		}));
		byClient.replaceAll((client, roles) -> Set.copyOf(roles));
		this.byClient = Map.copyOf(byClient);
	}

	/**
	 * Return roles for nobody.
	 * @return no roles
	 */
	public static ClientRoles none() {
		return NONE;
	}

	/**
	 * Return the roles of the calling client.
	 */
	Set<String> of(Subject subject) {
		Set<String> given = this.byClient.getOrDefault(subject.client(), Set.of());
		if (!subject.isService() || subject.roles().isEmpty()) {
			return given;
		}
		if (given.isEmpty()) {
			return subject.roles();
		}
		Set<String> all = new HashSet<>(given);
		all.addAll(subject.roles());
		return all;
	}

}
