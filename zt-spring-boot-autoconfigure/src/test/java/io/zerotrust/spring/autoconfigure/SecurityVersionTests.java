package io.zerotrust.spring.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityVersionTests {

	@ParameterizedTest
	@ValueSource(strings = { "7.1.0", "7.0.9", "6.5.12", "7.1.0-SNAPSHOT", "7.1.0.RELEASE" })
	void problemWhenBelowTheFloorThenSaid(String version) {
		assertThat(new SecurityVersion(version).problem()).hasMessageStartingWith("Spring Security is " + version);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "7.1.1", "7.1.10", "7.2.0-M1", "8.0.0", "unknown", "" })
	void problemWhenNewEnoughOrNotKnownThenNone(String version) {
		assertThat(new SecurityVersion(version).problem()).isNull();
	}

	@Test
	void runningWhenOnTheClassPathThenKnown() {
		assertThat(SecurityVersion.running().text()).isNotNull();
	}

}
