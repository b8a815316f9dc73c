package io.zerotrust.spring.autoconfigure;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointKind;

import static org.assertj.core.api.Assertions.assertThat;

class PastedRulesTests {

	@Test
	void describeWhenPatternHasExpressionThenBlockIsYaml() {
		String pattern = "/docs/{id:\\d+}/{name:[\"'a-z]+}";
		Endpoint endpoint = new Endpoint(Set.of("GET"), pattern, "com.example.library.Docs.read",
				EndpointKind.HANDLER_METHOD, EndpointPolicy.uncovered());
		String text = new PastedRules(List.of("org.example.own")).describe(List.of(endpoint));
		Object block = new Yaml().load(new StringReader(text.substring(text.indexOf("      zt:"))));
		Map<String, Object> route = Map.of("paths", List.of(pattern), "methods", List.of("GET"), "scopes", "docs:read");
		assertThat(block).isEqualTo(Map.of("zt", Map.of("routes", List.of(route))));
	}

	@Test
	void describeWhenRoutesOfGatewayThenEachHasAnEntry() {
		List<Endpoint> endpoints = List.of(route(Set.of(), "/orders/**", "orders"),
				route(Set.of(), "/order-history/**", "orders"), route(Set.of("GET"), "/**", "it's \"all\" else"));
		String text = new PastedRules(List.of()).describe(endpoints);
		Object block = new Yaml().load(new StringReader(text.substring(text.indexOf("      zt:"))));
		assertThat(text).contains("routes of the gateway, which cannot be annotated");
		assertThat(block).isEqualTo(Map.of("zt",
				Map.of("routes",
						List.of(Map.of("gateway-routes", List.of("it's \"all\" else"), "methods", List.of("GET"),
								"scopes", "resource:read"),
								Map.of("gateway-routes", List.of("orders"), "scopes", "orders:write")))));
	}

	private static Endpoint route(Set<String> methods, String pattern, String id) {
		return new Endpoint(methods, pattern, id, EndpointKind.GATEWAY_ROUTE, EndpointPolicy.uncovered());
	}

}
