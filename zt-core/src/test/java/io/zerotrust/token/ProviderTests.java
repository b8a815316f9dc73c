package io.zerotrust.token;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.access.ClaimLayout;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderTests {

	@ParameterizedTest
	@EnumSource
	void presetThenNamesClientAudienceAndServices(Provider provider) {
		ClaimLayout layout = provider.layout();
		assertThat(layout.client()).isNotEmpty();
		assertThat(layout.audience()).hasSize(1);
		assertThat(layout.services()).isNotEmpty();
		assertThat(layout.forAudiences(List.of("orders")).roles()).noneMatch((path) -> path.namesAudience());
	}

	@ParameterizedTest
	@EnumSource
	void presetThenLivesLongerThanAnHourOnlyWhereTheProviderMust(Provider provider) {
		assertThat(provider.maxLifetime())
			.isEqualTo((provider == Provider.ENTRA) ? Duration.ofMinutes(95) : Duration.ofHours(1));
		Duration longest = provider.longestLifetime();
		if (longest != null) {
			assertThat(provider.maxLifetime()).isLessThanOrEqualTo(longest);
		}
	}

}
