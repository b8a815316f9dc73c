package io.zerotrust.spring.web.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.RouteRule;
import io.zerotrust.spring.web.RouteRules;

import static org.assertj.core.api.Assertions.assertThat;

class RouteAuditTests {

	private static final MappedHandler ORDERS = MappedHandler.gatewayRoute("orders", "/orders/**");

	@Test
	void problemsWhenRouteOfGatewayIsThereThenNone() {
		assertThat(problems(rule(0, "GET", "orders"), rule(1, "", "orders"))).isEmpty();
	}

	@Test
	void problemsWhenRouteOfGatewayIsUnknownThenNamesThoseThereAre() {
		assertThat(problems(rule(0, "", "order"))).containsExactly(
				new RouteProblem("zt.routes[0].gateway-routes has order, which is the id of no route of a gateway.",
						"Use one of [orders]."));
	}

	@Test
	void problemsWhenThereIsNoGatewayThenSaysSo() {
		RouteRules routes = new RouteRules(List.of(rule(0, "", "orders")), new CredentialAreas(Map.of()));
		assertThat(new RouteAudit(routes, List.of(), true).problems()).extracting(RouteProblem::action)
			.containsExactly("Remove it; there is no such route.");
	}

	private static List<RouteProblem> problems(RouteRule... rules) {
		RouteRules routes = new RouteRules(List.of(rules), new CredentialAreas(Map.of()));
		return new RouteAudit(routes, List.of(ORDERS), false).problems();
	}

	private static RouteRule rule(int index, String method, String id) {
		Set<String> methods = method.isEmpty() ? Set.of() : Set.of(method);
		return new RouteRule("zt.routes[" + index + "]", Set.of(), methods, Set.of(), Set.of(), Set.of(id), List.of());
	}

}
