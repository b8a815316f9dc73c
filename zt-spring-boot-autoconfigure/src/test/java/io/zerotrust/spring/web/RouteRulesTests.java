package io.zerotrust.spring.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
