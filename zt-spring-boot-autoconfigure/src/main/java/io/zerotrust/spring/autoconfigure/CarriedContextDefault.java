package io.zerotrust.spring.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets Reactor carry callers to the threads of a WebFlux application unless the operator
 * says otherwise, so that guarded methods that return plain values find them there as
 * they do in a servlet application.
 */
final class CarriedContextDefault implements EnvironmentPostProcessor {

	private static final String KEY = "spring.reactor.context-propagation";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (application.getWebApplicationType() == WebApplicationType.REACTIVE) {
			environment.getPropertySources().addLast(new MapPropertySource("zt defaults", Map.of(KEY, "auto")));
		}
	}

}
