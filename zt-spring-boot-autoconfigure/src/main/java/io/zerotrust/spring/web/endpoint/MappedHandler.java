package io.zerotrust.spring.web.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.Ruling;

/**
 * A handler at one pattern.
 *
 * @param methods the HTTP methods it is mapped for; empty means all
 * @param pattern the pattern it is mapped at
 * @param handler what serves it
 * @param kind what kind of handler that is
 * @param policy what it demands, given what the operator says
 * @since 0.1.0
 */
public record MappedHandler(Set<String> methods, String pattern, String handler, EndpointKind kind,
		Function<Ruling, EndpointPolicy> policy) {

	public static MappedHandler fixed(Set<String> methods, String pattern, String handler, EndpointKind kind,
			EndpointPolicy policy) {
		return new MappedHandler(methods, pattern, handler, kind, (ruling) -> policy);
	}

	public static MappedHandler servlet(String name, String pattern) {
		return new MappedHandler(Set.of(), pattern, name, EndpointKind.SERVLET, Ruling::alone);
	}

	public static MappedHandler gatewayRoute(String id, String pattern) {
		return new MappedHandler(Set.of(), pattern, id, EndpointKind.GATEWAY_ROUTE, Ruling::alone);
	}

	/**
	 * Whether operators may write rules for it by its pattern.
	 */
	public boolean takesRoutes() {
		return switch (this.kind) {
			case HANDLER_METHOD, FUNCTION, HANDLER, RESOURCES -> true;
			case ACTUATOR, ERROR, FILTER_ENDPOINT, GATEWAY_ROUTE, SERVLET -> false;
		};
	}

	public boolean isMappedFor(String method) {
		return this.methods.isEmpty() || this.methods.contains(method)
				|| ("HEAD".equals(method) && this.methods.contains("GET"));
	}

	/**
	 * Return the endpoints it makes: one for each method a rule names, one for the rest.
	 */
	public List<Endpoint> endpoints(RouteRules routes) {
		List<Endpoint> endpoints = new ArrayList<>();
		Set<String> rest = new TreeSet<>(this.methods);
		for (String named : namedMethods(routes)) {
			if (isMappedFor(named)) {
				rest.remove(named);
				endpoints.add(endpoint(Set.of(named), routes, named));
			}
		}
		if (!rest.isEmpty() || this.methods.isEmpty()) {
			String other = rest.isEmpty() ? "" : rest.iterator().next();
			endpoints.add(endpoint(rest, routes, other));
		}
		return endpoints;
	}

	private Endpoint endpoint(Set<String> methods, RouteRules routes, String method) {
		Ruling ruling = switch (this.kind) {
			case SERVLET -> routes.atServlet(this.handler, this.pattern, method);
			case GATEWAY_ROUTE -> routes.atGatewayRoute(this.handler, this.pattern, method);
			default -> routes.at(this.pattern, method);
		};
		return new Endpoint(methods, this.pattern, this.handler, this.kind, this.policy.apply(ruling));
	}

	private Set<String> namedMethods(RouteRules routes) {
		return switch (this.kind) {
			case SERVLET -> routes.methodsAtServlet(this.handler);
			case GATEWAY_ROUTE -> routes.methodsAtGatewayRoute(this.handler);
			default -> routes.methodsAt(this.pattern);
		};
	}

}
