package io.zerotrust.posture;

import java.util.Set;
import java.util.TreeSet;

import io.zerotrust.access.EndpointPolicy;

/**
 * An endpoint of the application.
 *
 * @param methods its HTTP methods; empty means every method that has no endpoint of its
 * own at the pattern
 * @param pattern the pattern it is mapped at, {@code /orders/{id}} for example
 * @param handler what serves it, a method or a class
 * @param kind what kind of handler that is
 * @param policy what it demands of its callers
 * @since 0.1.0
 */
public record Endpoint(Set<String> methods, String pattern, String handler, EndpointKind kind, EndpointPolicy policy) {

	public Endpoint {
		methods = Set.copyOf(methods);
	}

	/**
	 * Return the endpoint for humans.
	 * @return methods and pattern, {@code GET /orders/{id}} for example
	 */
	public String id() {
		return (this.methods.isEmpty() ? "*" : String.join("|", new TreeSet<>(this.methods))) + ' ' + this.pattern;
	}

	/**
	 * Whether somebody has to write a rule for the endpoint.
	 * @return {@code true} if nobody ruled on an endpoint of the application, or the
	 * rules conflict
	 */
	public boolean needsRule() {
		return switch (this.kind) {
			case HANDLER_METHOD, FUNCTION, HANDLER, GATEWAY_ROUTE -> !this.policy.isCovered();
			case RESOURCES, ACTUATOR, ERROR, FILTER_ENDPOINT, SERVLET -> false;
		};
	}

}
