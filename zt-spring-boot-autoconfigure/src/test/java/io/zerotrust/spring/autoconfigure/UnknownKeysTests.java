package io.zerotrust.spring.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownKeysTests {

	@Test
	void variablesWhenWrittenInEitherWayThenKnown() {
		UnknownKeys keys = UnknownKeys.in(environment(Map.of("ZT_TOKEN_MAXLIFETIME", "30m", "ZT_TOKEN_CLOCK_SKEW", "5s",
				"ZT_ROUTES_0_PATHS", "/docs", "ZT_ROUTES_0_ANYSCOPE", "a,b", "ZT_CHECKS_POLICY_TIMEOUT", "1s")));
		assertThat(keys.problems()).isEmpty();
		assertThat(keys.variables()).isEmpty();
	}

	@Test
	void variablesWhenUnknownThenWarnWithTheNearestKey() {
		UnknownKeys keys = UnknownKeys.in(environment(Map.of("ZT_TOKN_MAXLIFETIME", "30m", "ZT_HOME", "/opt/zt")));
		assertThat(keys.problems()).isEmpty();
		assertThat(keys.variables()).containsExactly(
				"\"ZT_HOME\" from property source \"systemEnvironment\" sets nothing; the nearest key is zt.mode",
				"\"ZT_TOKN_MAXLIFETIME\" from property source \"systemEnvironment\" sets nothing; the nearest key is zt.token.max-lifetime");
	}

	private static Environment environment(Map<String, Object> variables) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
		return environment;
	}

}
