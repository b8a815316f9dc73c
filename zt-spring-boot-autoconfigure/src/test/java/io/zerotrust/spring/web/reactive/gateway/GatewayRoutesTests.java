package io.zerotrust.spring.web.reactive.gateway;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.webflux.autoconfigure.WebFluxProperties;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.AsyncPredicate;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.handler.predicate.HeaderRoutePredicateFactory;
import org.springframework.cloud.gateway.handler.predicate.MethodRoutePredicateFactory;
import org.springframework.cloud.gateway.handler.predicate.PathRoutePredicateFactory;
import org.springframework.cloud.gateway.handler.predicate.ReadBodyRoutePredicateFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.Admission;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.RouteRule;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.MappedHandler;
import io.zerotrust.spring.web.endpoint.Target;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayRoutesTests {

	private static final FilteringWebHandler GATEWAY = new FilteringWebHandler(List.of(), false);

	private static final Route ORDERS = route("orders", path("/orders/**", "/baskets/*").and(method(HttpMethod.GET)));

	private static final Route PARTNERS = route("partners", header().or(path("/partners/**")));

	private static final RouteRules RULES = new RouteRules(
			List.of(new RouteRule("zt.routes[0]", Set.of(), Set.of(), Set.of(), Set.of(), Set.of("orders"),
					List.of(AnnotationUtils.synthesizeAnnotation(Map.of("value", new String[] { "orders:read" }),
							RequiresScope.class, null)))),
			new CredentialAreas(Map.of(CredentialKind.SESSION, List.of("/baskets/*", "/partners/**"))));

	@Test
	void targetWhenRouteIsRuledThenByItsIdAndThePatternThatMatched() {
		Target order = target(MockServerHttpRequest.get("/orders/1").build(), ORDERS);
		assertThat(order.kind()).isEqualTo(HandlerKind.GATEWAY_ROUTE);
		assertThat(order.id()).isEqualTo("gateway route orders");
		assertThat(order.policy().admission()).isEqualTo(Admission.RULED);
		assertThat(order.policy().credentials()).isEmpty();
		Target basket = target(MockServerHttpRequest.get("/baskets/1").build(), ORDERS);
		assertThat(basket.policy().credentials()).containsExactly(CredentialKind.SESSION);
		assertThat(basket.leadsTo(order)).isFalse();
		assertThat(order.leadsTo(target(MockServerHttpRequest.get("/orders/2").build(), ORDERS))).isTrue();
	}

	@Test
	void targetWhenRouteHasNoRuleThenUncovered() {
		Target target = target(MockServerHttpRequest.get("/x").header("X-Partner", "1").build(), ORDERS, PARTNERS);
		assertThat(target.key()).isEqualTo("partners");
		assertThat(target.policy().admission()).isEqualTo(Admission.UNCOVERED);
	}

	// what an alternative tried before must not say where sessions do
	@Test
	void targetWhenTakenByHeaderThenNoPatternCounts() {
		Route other = route("other", path("/partners/**").and(method(HttpMethod.DELETE)));
		ServerWebExchange exchange = exchange(MockServerHttpRequest.get("/partners/1").header("X-Partner", "1").build(),
				other, PARTNERS);
		Target target = Objects.requireNonNull(routes(PARTNERS).target(GATEWAY, exchange));
		assertThat(target.policy().credentials()).isEmpty();
	}

	@Test
	void targetWhenHandlerIsNoGatewayOrNoRouteWasChosenThenNone() {
		ServerWebExchange exchange = exchange(MockServerHttpRequest.get("/orders/1").build(), ORDERS);
		assertThat(routes(ORDERS).target("another handler", exchange)).isNull();
		assertThat(routes(ORDERS).target(GATEWAY, MockServerWebExchange.from(MockServerHttpRequest.get("/orders/1"))))
			.isNull();
	}

	@Test
	void mappedWhenAllPredicatesMustHoldThenPatterns() {
		assertThat(routes(ORDERS).mapped()).extracting(MappedHandler::pattern)
			.containsExactly("/baskets/*", "/orders/**");
		assertThat(routes(ORDERS).mapped()).allSatisfy((handler) -> {
			assertThat(handler.handler()).isEqualTo("orders");
			assertThat(handler.methods()).isEmpty();
		});
	}

	@Test
	void mappedWhenAlternativeOrNegationThenAnythingToo() {
		assertThat(routes(PARTNERS).mapped()).extracting(MappedHandler::pattern).containsExactly("/**", "/partners/**");
		Route negated = route("others", path("/orders/**").negate());
		assertThat(routes(negated).mapped()).extracting(MappedHandler::pattern).contains("/**");
	}

	@Test
	void mappedWhenRoutesCannotBeReadThenEmpty() {
		RouteLocator broken = () -> Flux.error(new IllegalArgumentException("unknown filter"));
		assertThat(new GatewayRoutes(broken, RULES).mapped()).isEmpty();
	}

	@Test
	void mappedWhenRouteReadsBodiesThenConflicting() {
		Route reading = route("soap", path("/soap").and(new ReadBodyRoutePredicateFactory()
			.applyAsync((config) -> config.setPredicate(String.class, (body) -> body.contains("order")))));
		Endpoint endpoint = routes(reading).mapped().get(0).endpoints(RULES).get(0);
		assertThat(endpoint.needsRule()).isTrue();
		assertThat(endpoint.policy().admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(endpoint.policy().origin()).contains("ReadBody");
	}

	private static GatewayRoutes routes(Route... routes) {
		return new GatewayRoutes(() -> Flux.just(routes), RULES);
	}

	private static Target target(MockServerHttpRequest request, Route... routes) {
		return Objects.requireNonNull(routes(routes).target(GATEWAY, exchange(request, routes)));
	}

	/**
	 * An exchange for which the gateway has chosen a route.
	 */
	private static ServerWebExchange exchange(MockServerHttpRequest request, Route... routes) {
		ServerWebExchange exchange = MockServerWebExchange.from(request);
		Object handler = new RoutePredicateHandlerMapping(GATEWAY, () -> Flux.just(routes), new GlobalCorsProperties(),
				new MockEnvironment())
			.getHandler(exchange)
			.block();
		assertThat(handler).isSameAs(GATEWAY);
		return exchange;
	}

	private static AsyncPredicate<ServerWebExchange> path(String... patterns) {
		return new PathRoutePredicateFactory(new WebFluxProperties())
			.applyAsync((config) -> config.setPatterns(List.of(patterns)));
	}

	private static AsyncPredicate<ServerWebExchange> method(HttpMethod method) {
		return new MethodRoutePredicateFactory().applyAsync((config) -> config.setMethods(method));
	}

	private static AsyncPredicate<ServerWebExchange> header() {
		return new HeaderRoutePredicateFactory().applyAsync((config) -> config.setHeader("X-Partner"));
	}

	private static Route route(String id, AsyncPredicate<ServerWebExchange> predicate) {
		return Route.async().id(id).uri("http://127.0.0.1:9").asyncPredicate(predicate).build();
	}

}
