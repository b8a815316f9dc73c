package io.zerotrust.spring.web.reactive;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.Ruling;
import io.zerotrust.spring.web.endpoint.MappedHandler;
import io.zerotrust.spring.web.endpoint.PredicateWays;

/**
 * Finds routes that a mapping has and no bean: nobody can annotate them. Spring Boot's
 * welcome page is one.
 */
final class ForeignRoutes implements RouterFunctions.Visitor {

	private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<PredicateWays> enclosing = new ArrayDeque<>();

	private final Consumer<MappedHandler> found;

	private boolean scanning;

	ForeignRoutes(Consumer<MappedHandler> found) {
		this.found = found;
	}

	/**
	 * Note the routes of a bean, which are no foreign ones.
	 */
	void know(RouterFunction<?> bean) {
		this.scanning = false;
		bean.accept(this);
	}

	/**
	 * Find those nobody noted.
	 */
	void scan(RouterFunction<?> mapped) {
		this.scanning = true;
		mapped.accept(this);
	}

	@Override
	public void startNested(RequestPredicate predicate) {
		this.enclosing.push(PredicatePatterns.of(predicate, enclosing()));
	}

	@Override
	public void endNested(RequestPredicate predicate) {
		this.enclosing.pop();
	}

	@Override
	public void route(RequestPredicate predicate, HandlerFunction<?> handlerFunction) {
		if (!this.scanning) {
			this.known.add(handlerFunction);
		}
		else if (!this.known.contains(handlerFunction)) {
			for (PredicateWays.Way way : PredicatePatterns.of(predicate, enclosing()).ways()) {
				add(way.methods(), way.pattern().isEmpty() ? predicate.toString() : way.pattern());
			}
		}
	}

	private PredicateWays enclosing() {
		return this.enclosing.isEmpty() ? PredicateWays.ANY : this.enclosing.getFirst();
	}

	@Override
	public void resources(Function<ServerRequest, Mono<Resource>> lookupFunction) {
		note(lookupFunction, Set.of("GET"), "resources of a handler mapping");
	}

	@Override
	public void attributes(Map<String, Object> attributes) {
		// attributes name no endpoint
	}

	@Override
	public void unknown(RouterFunction<?> routerFunction) {
		note(routerFunction, Set.of(), "unknown routes of a handler mapping");
	}

	private void note(Object routes, Set<String> methods, String pattern) {
		if (!this.scanning) {
			this.known.add(routes);
		}
		else if (!this.known.contains(routes)) {
			add(methods, pattern);
		}
	}

	private void add(Set<String> methods, String pattern) {
		this.found.accept(
				new MappedHandler(methods, pattern, "a route that is no bean", EndpointKind.FUNCTION, Ruling::alone));
	}

}
