package io.zerotrust.spring.web.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import io.zerotrust.spring.web.endpoint.MappedHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.headers;
import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;

/**
 * The patterns found at start are those MVC reports for requests.
 */
class FunctionScannerTests {

	private static final List<String> PATTERNS = List.of("/a", "/a/**", "/b/{id}", "/**", "/*", "/b");

	private static final List<String> PATHS = List.of("/a", "/b", "/a/b", "/b/a", "/a/a", "/b/b", "/a/b/b", "/b/a/a",
			"/c");

	@Test
	void scanWhenPredicateIsNegatedThenItsPatternIsNone() {
		assertThat(scan(route(path("/admin").negate()))).extracting(MappedHandler::pattern).containsExactly("!/admin");
		assertThat(scan(route(path("/x").and(method(HttpMethod.GET).negate())))).singleElement()
			.satisfies((handler) -> assertThat(handler.pattern()).isEqualTo("/x"))
			.satisfies((handler) -> assertThat(handler.isMappedFor("POST")).isTrue());
	}

	@Test
	void scanWhenEitherWayLeadsThereThenBothAreFound() {
		assertThat(scan(route(GET("/a").or(RequestPredicates.POST("/b"))))).extracting(MappedHandler::pattern)
			.containsExactlyInAnyOrder("/a", "/b");
		assertThat(scan(route(GET("/a").or(RequestPredicates.POST("/b"))))).extracting(MappedHandler::methods)
			.containsExactlyInAnyOrder(Set.of("GET"), Set.of("POST"));
		assertThat(scan(route(headers((headers) -> true).or(path("/a"))))).extracting(MappedHandler::pattern)
			.hasSize(2)
			.contains("/a");
	}

	@Test
	void scanWhenPredicatesAreNestedAtRandomThenEveryReportedPatternIsFound() throws Exception {
		Random random = new Random(7);
		int reported = 0;
		for (int i = 0; i < 3000; i++) {
			RouterFunction<ServerResponse> routes = routes(random);
			Set<String> found = scan(routes).stream().map(MappedHandler::pattern).collect(Collectors.toSet());
			for (String path : PATHS) {
				for (String method : List.of("GET", "POST")) {
					String pattern = reported(routes, method, path);
					if (pattern != null) {
						reported++;
						assertThat(found).as("%s %s for %s", method, path, routes).contains(pattern);
					}
				}
			}
		}
		assertThat(reported).isGreaterThan(1000);
	}

	private static RouterFunction<ServerResponse> routes(Random random) {
		RouterFunction<ServerResponse> inner = route(predicate(random, 2));
		return switch (random.nextInt(3)) {
			case 0 -> inner;
			case 1 -> RouterFunctions.nest(predicate(random, 1), inner);
			default -> RouterFunctions.nest(predicate(random, 1), RouterFunctions.nest(predicate(random, 1), inner));
		};
	}

	private static RequestPredicate predicate(Random random, int depth) {
		if (depth == 0 || random.nextInt(3) == 0) {
			return switch (random.nextInt(4)) {
				case 0 -> method((random.nextBoolean()) ? HttpMethod.GET : HttpMethod.POST);
				case 1 -> headers((headers) -> true);
				default -> path(PATTERNS.get(random.nextInt(PATTERNS.size())));
			};
		}
		return switch (random.nextInt(4)) {
			case 0 -> predicate(random, depth - 1).or(predicate(random, depth - 1));
			case 1 -> path(PATTERNS.get(random.nextInt(PATTERNS.size()))).negate();
			default -> predicate(random, depth - 1).and(predicate(random, depth - 1));
		};
	}

	private static RouterFunction<ServerResponse> route(RequestPredicate predicate) {
		return RouterFunctions.route(predicate, (request) -> ServerResponse.ok().build());
	}

	private static List<MappedHandler> scan(RouterFunction<ServerResponse> routes) {
		List<MappedHandler> found = new ArrayList<>();
		routes.accept(new FunctionScanner("bean", new RuledFunctions(new DefaultListableBeanFactory()), found::add));
		return found;
	}

	/**
	 * Ask MVC for the pattern of a request.
	 */
	private static @Nullable String reported(RouterFunction<ServerResponse> routes, String method, String path)
			throws Exception {
		RouterFunctionMapping mapping = new RouterFunctionMapping(routes);
		mapping.afterPropertiesSet();
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		ServletRequestPathUtils.parseAndCache(request);
		try {
			mapping.getHandler(request);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException | UnsupportedOperationException ex) {
			// patterns that cannot be combined
			return null;
		}
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : null;
	}

}
