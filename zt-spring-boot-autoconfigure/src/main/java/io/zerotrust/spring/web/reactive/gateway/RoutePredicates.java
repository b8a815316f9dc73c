package io.zerotrust.spring.web.reactive.gateway;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.cloud.gateway.handler.predicate.PathRoutePredicateFactory;
import org.springframework.cloud.gateway.handler.predicate.ReadBodyRoutePredicateFactory;
import org.springframework.cloud.gateway.route.Route;

/**
 * What a route takes, as far as its predicates tell.
 *
 * @param patterns path patterns, {@code /**} if it takes requests by something else
 * @param readBody whether it reads bodies to choose
 */
record RoutePredicates(Set<String> patterns, boolean readBody) {

	private static final String ANY = "/**";

	static RoutePredicates of(Route route) {
		Set<String> patterns = new TreeSet<>();
		boolean[] readBody = new boolean[1];
		route.getPredicate().accept((predicate) -> {
			Object config = predicate.getConfig();
			if (config instanceof PathRoutePredicateFactory.Config path) {
				patterns.addAll(path.getPatterns());
			}
			else if (config instanceof ReadBodyRoutePredicateFactory.Config) {
				readBody[0] = true;
			}
		});
		if (patterns.isEmpty() || !isPlain(route)) {
			patterns.add(ANY);
		}
		return new RoutePredicates(patterns, readBody[0]);
	}

	/**
	 * Whether all predicates must hold. Spring shows alternatives and negations in the
	 * text alone; one that only looks like it is taken for one, which narrows nothing.
	 */
	private static boolean isPlain(Route route) {
		String text = route.getPredicate().toString();
		return !text.contains("||") && !text.contains("!");
	}

}
