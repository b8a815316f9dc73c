package io.zerotrust.spring.web.reactive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.endpoint.MappedHandler;
import io.zerotrust.spring.web.endpoint.PredicateWays;

/**
 * Takes stock of the routes of one bean. The patterns are those WebFlux reports for a
 * request that took the route; what has none is shown by its predicate.
 */
final class FunctionScanner implements RouterFunctions.Visitor {

	private final String bean;

	private final RuledFunctions functions;

	private final Consumer<MappedHandler> found;

	private final Deque<PredicateWays> enclosing = new ArrayDeque<>();

	FunctionScanner(String bean, RuledFunctions functions, Consumer<MappedHandler> found) {
		this.bean = bean;
		this.functions = functions;
		this.found = found;
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
		for (PredicateWays.Way way : PredicatePatterns.of(predicate, enclosing()).ways()) {
			add(way.methods(), way.pattern().isEmpty() ? predicate.toString() : way.pattern());
		}
	}

	private PredicateWays enclosing() {
		return this.enclosing.isEmpty() ? PredicateWays.ANY : this.enclosing.getFirst();
	}

	private String prefixes() {
		return enclosing().ways().stream().map(PredicateWays.Way::pattern).collect(Collectors.joining(", "));
	}

	@Override
	public void resources(Function<ServerRequest, Mono<Resource>> lookupFunction) {
		add(Set.of("GET"), prefixes() + " resources");
	}

	@Override
	public void attributes(Map<String, Object> attributes) {
		// attributes name no endpoint
	}

	@Override
	public void unknown(RouterFunction<?> routerFunction) {
		add(Set.of(), prefixes() + " unknown routes");
	}

	private void add(Set<String> methods, String pattern) {
		this.found.accept(new MappedHandler(methods, pattern, "bean " + this.bean, EndpointKind.FUNCTION,
				(ruling) -> this.functions.rules().policyOf(this.bean, ruling)));
	}

}
