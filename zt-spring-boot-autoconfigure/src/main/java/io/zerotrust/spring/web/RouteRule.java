package io.zerotrust.spring.web;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

import io.zerotrust.policy.Declaration;

/**
 * What an operator says about handlers that cannot be annotated. Handlers are selected by
 * the pattern they are mapped at, compared as text; only static resources and mapped
 * views are selected by the path of a request.
 *
 * @param origin where the operator says it, {@code zt.routes[0]} for example
 * @param paths patterns as they are mapped
 * @param methods HTTP methods; empty means every method that no other route names
 * @param resources path patterns of static resources and mapped views
 * @param servlets names of servlets beside the dispatcher servlet
 * @param gatewayRoutes ids of routes of a gateway
 * @param annotations what is said
 * @since 0.1.0
 */
public record RouteRule(String origin, Set<String> paths, Set<String> methods, Set<String> resources,
		Set<String> servlets, Set<String> gatewayRoutes, List<Annotation> annotations) {

	public RouteRule {
		paths = Set.copyOf(paths);
		methods = Set.copyOf(methods);
		resources = Set.copyOf(resources);
		servlets = Set.copyOf(servlets);
		gatewayRoutes = Set.copyOf(gatewayRoutes);
		annotations = List.copyOf(annotations);
	}

	Declaration declaration() {
		return new Declaration(this.origin, this.annotations);
	}

}
