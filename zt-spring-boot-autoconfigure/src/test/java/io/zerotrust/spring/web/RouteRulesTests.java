package io.zerotrust.spring.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.annotation.AnnotationUtils;

import io.zerotrust.access.Admission;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;

class RouteRulesTests {

	// what does at one of a servlet's mappings must not do at its others
	@Test
	void atServletWhenMappedTwiceThenEachMappingHasItsOwnCredentials() {
		CredentialAreas areas = new CredentialAreas(Map.of(CredentialKind.SESSION, List.of("/backoffice/**")));
		RouteRules rules = new RouteRules(List
			.of(new RouteRule("zt.routes[0]", Set.of(), Set.of(), Set.of(), Set.of("console"), Set.of(), List.of())),
				areas);
		assertThat(rules.atServlet("console", "/backoffice/*", "GET").alone().credentials())
			.containsExactly(CredentialKind.SESSION);
		assertThat(rules.atServlet("console", "/api/*", "GET").alone().credentials()).isEmpty();
	}

	@Test
	void atGatewayRouteWhenMethodNamedThenOthersAreUncovered() {
		RouteRule reads = new RouteRule("zt.routes[0]", Set.of(), Set.of("GET"), Set.of(), Set.of(), Set.of("orders"),
				List.of(AnnotationUtils.synthesizeAnnotation(Map.of("value", new String[] { "orders:read" }),
						RequiresScope.class, null)));
		CredentialAreas areas = new CredentialAreas(Map.of(CredentialKind.SESSION, List.of("/site/**")));
		RouteRules rules = new RouteRules(List.of(reads), areas);
		assertThat(rules.atGatewayRoute("orders", "/orders/**", "GET").alone().admission()).isEqualTo(Admission.RULED);
		assertThat(rules.atGatewayRoute("orders", "/orders/**", "HEAD").alone().admission()).isEqualTo(Admission.RULED);
		assertThat(rules.atGatewayRoute("orders", "/orders/**", "POST").alone().isCovered()).isFalse();
		assertThat(rules.atGatewayRoute("refunds", "/orders/**", "GET").alone().isCovered()).isFalse();
		assertThat(rules.atGatewayRoute("orders", "/site/**", "GET").alone().credentials())
			.containsExactly(CredentialKind.SESSION);
		assertThat(rules.atGatewayRoute("orders", "", "GET").alone().credentials()).isEmpty();
		assertThat(rules.atServlet("orders", "/orders/**", "GET").alone().isCovered()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/backoffice/**, /backoffice/owners/{id}, true", "/backoffice/**, /backoffice/**, true",
			"/backoffice/**, '/backoffice/{*rest}', true", "/backoffice/**, /{any}/**, false", "/*, /login, true",
			"/{page}, /{name}, true", "/*, /**, false", "/{page}, /**, false", "/*, '/{*rest}', false",
			"/backoffice/*, /backoffice/**, false", "/*/*, /**, false", "/*/*, /backoffice/**, false", "/**, /**, true",
			"/{*all}, /**, true", "/console/*, /console/*, true", "/console/**, /console/*, true" })
	void atWhenAreaIsNarrowerThanMappedPatternThenNotSelected(String area, String mapped, boolean selected) {
		CredentialAreas areas = new CredentialAreas(Map.of(CredentialKind.SESSION, List.of(area)));
		assertThat(areas.at(mapped).contains(CredentialKind.SESSION)).isEqualTo(selected);
		assertThat(areas.unused(Set.of(mapped)).isEmpty()).isEqualTo(selected);
	}

}
