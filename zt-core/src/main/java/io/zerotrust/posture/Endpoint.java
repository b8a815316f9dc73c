package io.zerotrust.posture;

import io.zerotrust.access.EndpointPolicy;

/**
 * An endpoint of the application.
 *
 * @param id methods and pattern, {@code GET /orders/{id}} for example
 * @param handler what serves it, a method or a class
 * @param kind what kind of handler that is
 * @param policy what it demands of its callers
 * @since 0.1.0
 */
public record Endpoint(String id, String handler, EndpointKind kind, EndpointPolicy policy) {

	/**
	 * Whether somebody has to write a rule for the endpoint.
	 * @return {@code true} if nobody ruled on an endpoint of the application, or the
	 * rules conflict
	 */
	public boolean needsRule() {
		return switch (this.kind) {
			case HANDLER_METHOD, FUNCTION, HANDLER -> !this.policy.isCovered();
			case RESOURCES, ACTUATOR, ERROR, FILTER_ENDPOINT -> false;
		};
	}

}
