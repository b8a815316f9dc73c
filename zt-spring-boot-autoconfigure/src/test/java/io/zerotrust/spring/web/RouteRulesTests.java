package io.zerotrust.spring.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.CredentialKind;

import static org.assertj.core.api.Assertions.assertThat;

class RouteRulesTests {

	// what does at one of a servlet's mappings must not do at its others
	@Test
	void atServletWhenMappedTwiceThenEachMappingHasItsOwnCredentials() {
		CredentialAreas areas = new CredentialAreas(Map.of(CredentialKind.SESSION, List.of("/backoffice/**")));
		RouteRules rules = new RouteRules(
				List.of(new RouteRule("zt.routes[0]", Set.of(), Set.of(), Set.of(), Set.of("console"), List.of())),
				areas);
		assertThat(rules.atServlet("console", "/backoffice/*", "GET").alone().credentials())
			.containsExactly(CredentialKind.SESSION);
		assertThat(rules.atServlet("console", "/api/*", "GET").alone().credentials()).isEmpty();
	}

}
