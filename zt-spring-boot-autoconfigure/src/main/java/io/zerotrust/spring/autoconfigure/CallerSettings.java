package io.zerotrust.spring.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zerotrust.policy.ClientRoles;

/**
 * Reads which clients have which roles.
 */
final class CallerSettings {

	private CallerSettings() {
	}

	static ClientRoles roles(Map<String, List<String>> callers) {
		Map<String, Set<String>> byRole = new HashMap<>();
		callers.forEach((role, clients) -> {
			if (role.isBlank()) {
				throw new MisconfigurationException("zt.callers has a role without a name.",
						"Write zt.callers.<role> and the ids of the clients that have the role.");
			}
			if (clients.isEmpty() || clients.stream().anyMatch(String::isBlank)) {
				throw new MisconfigurationException(
						"zt.callers." + role + " is " + clients + ", and a caller without a name is nobody.",
						"Set zt.callers." + role + " to the ids of the clients that have the role, or remove it.");
			}
			byRole.put(role, Set.copyOf(clients));
		});
		return new ClientRoles(byRole);
	}

}
