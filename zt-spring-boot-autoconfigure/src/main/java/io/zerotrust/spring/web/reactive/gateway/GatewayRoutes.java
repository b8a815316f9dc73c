package io.zerotrust.spring.web.reactive.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.MappedHandler;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.reactive.RouteHandlers;

/**
 * The routes of Spring Cloud Gateway, ruled by their ids. One that is defined later has
 * the rule of its id, or none.
 *
 * @since 0.1.0
 */
public final class GatewayRoutes implements RouteHandlers {

	private static final Log logger = LogFactory.getLog(GatewayRoutes.class);

	/**
	 * How long to wait for routes that a registry names.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final EndpointPolicy READING = EndpointPolicy.of(Admission.CONFLICTING,
			"the predicate ReadBody reads the body before anybody knows who sent it");

	private final RouteLocator locator;

	private final RouteRules rules;

	/**
	 * Create the handlers.
	 * @param locator the routes of the gateway
	 * @param rules what operators say about them
	 */
	public GatewayRoutes(RouteLocator locator, RouteRules rules) {
		this.locator = locator;
		this.rules = rules;
	}

	@Override
	public @Nullable Target target(Object handler, ServerWebExchange exchange) {
		Object route = exchange.getAttributes().get(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		if (!(handler instanceof FilteringWebHandler) || !(route instanceof Route chosen)) {
			return null;
		}
		String id = chosen.getId();
		EndpointPolicy policy = this.rules
			.atGatewayRoute(id, pattern(id, exchange), exchange.getRequest().getMethod().name())
			.alone();
		return new Target(HandlerKind.GATEWAY_ROUTE, id, "gateway route " + id, policy);
	}

	/**
	 * Return the pattern by which a route has taken the request; empty if it was not by
	 * path.
	 */
	private static String pattern(String id, ServerWebExchange exchange) {
		Object owner = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_PREDICATE_MATCHED_PATH_ROUTE_ID_ATTR);
		String pattern = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_PREDICATE_MATCHED_PATH_ATTR);
		return (pattern != null && id.equals(owner)) ? pattern : "";
	}

	@Override
	public List<MappedHandler> mapped() {
		List<MappedHandler> mapped = new ArrayList<>();
		for (Route route : routes()) {
			RoutePredicates predicates = RoutePredicates.of(route);
			for (String pattern : predicates.patterns()) {
				mapped.add(predicates.readBody()
						? MappedHandler.fixed(Set.of(), pattern, route.getId(), EndpointKind.GATEWAY_ROUTE, READING)
						: MappedHandler.gatewayRoute(route.getId(), pattern));
			}
		}
		return mapped;
	}

	/**
	 * Routes that cannot be read lead nowhere; the gateway starts without them, so what
	 * rules them is asked when they are there.
	 */
	private List<Route> routes() {
		try {
			List<Route> routes = this.locator.getRoutes().collectList().block(PATIENCE);
			return (routes != null) ? routes : List.of();
		}
		catch (RuntimeException ex) {
			logger.warn("the routes of the gateway cannot be read", ex);
			return List.of();
		}
	}

}
