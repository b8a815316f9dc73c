package io.zerotrust.posture;

import java.util.Comparator;
import java.util.List;

/**
 * All endpoints of the application, as they were found at start.
 *
 * @param endpoints the endpoints
 * @since 0.1.0
 */
public record EndpointInventory(List<Endpoint> endpoints) {

	public EndpointInventory {
		endpoints = List.copyOf(endpoints);
	}

	/**
	 * Return the endpoints somebody has to write a rule for.
	 * @return the uncovered and the conflicting ones, by handler
	 */
	public List<Endpoint> needingRules() {
		return this.endpoints.stream()
			.filter(Endpoint::needsRule)
			.sorted(Comparator.comparing(Endpoint::handler).thenComparing(Endpoint::id))
			.toList();
	}

	/**
	 * Return the share of endpoints with a rule.
	 * @return from 0 to 1; 1 if there is no endpoint
	 */
	public double coverage() {
		return this.endpoints.isEmpty() ? 1 : 1 - (double) needingRules().size() / this.endpoints.size();
	}

}
