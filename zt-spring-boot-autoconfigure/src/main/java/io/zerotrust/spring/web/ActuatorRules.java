package io.zerotrust.spring.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;

import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;

/**
 * What Actuator endpoints demand. Reading the health is open unless it has a scope of its
 * own; everything else is denied until a scope is configured, and what changes something
 * needs a second one.
 *
 * @since 0.1.0
 */
public final class ActuatorRules {

	private static final EndpointId HEALTH = EndpointId.of("health");

	private static final String KEY = "zt.actuator.";

	private final ActuatorSettings settings;

	private final Map<EndpointId, ActuatorSettings.Endpoint> endpoints = new HashMap<>();

	public ActuatorRules(ActuatorSettings settings) {
		this.settings = settings;
		settings.endpoints().forEach((key, endpoint) -> {
			EndpointId id = id(key);
			if (id != null) {
				this.endpoints.put(id, endpoint);
			}
		});
	}

	/**
	 * Return the endpoint a key of the properties is about.
	 * @return the id, or {@code null} if no endpoint can have it
	 */
	public static @Nullable EndpointId id(String key) {
		try {
			return EndpointId.fromPropertyValue(key);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return what the page demands that lists the endpoints.
	 */
	public EndpointPolicy discovery() {
		return policyOf(ActuatorSettings.Endpoint.DEFAULTS, true);
	}

	/**
	 * Return what an operation of an endpoint demands.
	 * @param id the endpoint
	 * @param read whether the operation changes nothing
	 */
	public EndpointPolicy policyOf(EndpointId id, boolean read) {
		ActuatorSettings.Endpoint endpoint = this.endpoints.getOrDefault(id, ActuatorSettings.Endpoint.DEFAULTS);
		if (read && endpoint.isPublic()) {
			return EndpointPolicy.of(Admission.PUBLIC,
					KEY + "endpoints." + id + ".public-access: " + endpoint.publicAccess());
		}
		if (read && HEALTH.equals(id) && endpoint.readScope() == null) {
			return EndpointPolicy.of(Admission.PUBLIC, "health status");
		}
		return policyOf(endpoint, read);
	}

	private EndpointPolicy policyOf(ActuatorSettings.Endpoint endpoint, boolean read) {
		String readScope = (endpoint.readScope() != null) ? endpoint.readScope() : this.settings.readScope();
		String writeScope = (endpoint.writeScope() != null) ? endpoint.writeScope() : this.settings.writeScope();
		if (readScope.isBlank()) {
			return denied("read-scope");
		}
		if (read) {
			return ruled(Set.of(readScope));
		}
		if (writeScope.isBlank()) {
			return denied("write-scope");
		}
		return ruled(readScope.equals(writeScope) ? Set.of(readScope) : Set.of(readScope, writeScope));
	}

	private static EndpointPolicy denied(String key) {
		return EndpointPolicy.of(Admission.UNCOVERED, KEY + key + " is not set");
	}

	private static EndpointPolicy ruled(Set<String> scopes) {
		return EndpointPolicy.ruled(new AuthorityRule(scopes, Set.of()), AuthorityRule.none(), "zt.actuator")
			.withSensitivity(SensitivityLevel.HIGH);
	}

}
