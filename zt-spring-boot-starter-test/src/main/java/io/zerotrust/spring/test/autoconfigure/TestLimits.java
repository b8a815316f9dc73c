package io.zerotrust.spring.test.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets tests fail as often as they like: all of them come from one address. Whatever else
 * says so turns the limit on again.
 */
final class TestLimits implements EnvironmentPostProcessor {

	private static final String KEY = "zt.limits.address.ignore-failures";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new MapPropertySource("ztTestLimits", Map.of(KEY, "true")));
	}

}
