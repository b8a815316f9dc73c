package io.zerotrust.spring.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an operator says about Actuator endpoints.
 *
 * @param readScope the scope that may read where an endpoint says nothing of its own;
 * empty denies
 * @param writeScope the scope that may, beside the read scope, change something; empty
 * denies
 * @param endpoints what is said about single endpoints, by id
 * @since 0.1.0
 */
public record ActuatorSettings(String readScope, String writeScope, Map<String, Endpoint> endpoints) {

	public ActuatorSettings {
		endpoints = Map.copyOf(endpoints);
	}

	/**
	 * What an operator says about one endpoint.
	 *
	 * @param readScope the scope that may read, or {@code null} for the default
	 * @param writeScope the scope that may, beside the read scope, change something, or
	 * {@code null} for the default
	 * @param publicAccess why everybody may read, or {@code null} if not everybody may;
	 * counts for nothing beside a scope
	 */
	public record Endpoint(@Nullable String readScope, @Nullable String writeScope, @Nullable String publicAccess) {

		static final Endpoint DEFAULTS = new Endpoint(null, null, null);

		boolean isPublic() {
			return this.readScope == null && this.writeScope == null && this.publicAccess != null
					&& !this.publicAccess.isBlank();
		}

	}

}
