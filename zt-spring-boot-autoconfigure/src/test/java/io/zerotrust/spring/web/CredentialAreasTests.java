package io.zerotrust.spring.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.access.CredentialKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CredentialAreas}.
 */
class CredentialAreasTests {

	@ParameterizedTest
	@CsvSource({ "/site/**, /site, true", "/site/**, /site/owners/{id}, true", "/site/**, /site/**, true",
			"/site/**, /site/{*rest}, true", "/site/{id}, /site/{name}, true", "/site/*, /site/a, true",
			"/site/**, /sites, false", "/site/**, /{any}/**, false", "/site/**, /**, false",
			"/site/**, /api/site/x, false", "/site/**, /Site/x, false", "/site/a, /site/{id}, false",
			// one level of the area, many of the handler
			"/site/*, /site/**, false", "/site/{id}, /site/{*rest}, false", "/*, /**, false" })
	void atWhenMappedThenSelectedOnlyIfAllOfItLiesInTheArea(String area, String mapped, boolean selected) {
		CredentialAreas areas = new CredentialAreas(Map.of(CredentialKind.SESSION, List.of(area)));
		assertThat(areas.at(mapped)).isEqualTo(selected ? Set.of(CredentialKind.SESSION) : Set.of());
		assertThat(areas.unused(Set.of(mapped)).isEmpty()).isEqualTo(selected);
	}

	@ParameterizedTest
	@CsvSource({ "/**, true", "/{*all}, true", "/*/**, true", "/{any}/**, true", "/*, false", "/site/**, false" })
	void boundlessWhenPatternSelectsWhateverIsMappedThenNamed(String area, boolean boundless) {
		CredentialAreas areas = new CredentialAreas(Map.of(CredentialKind.BASIC, List.of("/site/**", area)));
		assertThat(areas.boundless()).isEqualTo(boundless ? Map.of(CredentialKind.BASIC, List.of(area)) : Map.of());
	}

	@Test
	void atWhenNoAreasThenTokensAlone() {
		CredentialAreas areas = new CredentialAreas(Map.of());
		assertThat(areas.isEmpty()).isTrue();
		assertThat(areas.at("/site")).isEmpty();
		assertThat(areas.patterns(CredentialKind.SESSION)).isEmpty();
	}

}
