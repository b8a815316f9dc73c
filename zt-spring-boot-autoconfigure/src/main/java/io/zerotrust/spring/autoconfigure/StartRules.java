package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.core.env.Environment;

/**
 * What a configuration is held against, apart from what is mapped.
 */
final class StartRules {

	private final ZtProperties properties;

	private final OAuth2ResourceServerProperties resourceServer;

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	private final SecurityVersion version;

	private final StackRules stack;

	StartRules(ZtProperties properties, OAuth2ResourceServerProperties resourceServer,
			ConfigurableListableBeanFactory beans, Environment environment, SecurityVersion version, StackRules stack) {
		this.properties = properties;
		this.resourceServer = resourceServer;
		this.beans = beans;
		this.environment = environment;
		this.version = version;
		this.stack = stack;
	}

	/**
	 * Return what must not start.
	 */
	List<MisconfigurationException> problems() {
		List<MisconfigurationException> problems = new ArrayList<>();
		MisconfigurationException old = this.version.problem();
		if (old != null) {
			problems.add(old);
		}
		UnknownKeys.in(this.environment).problems().forEach(problems::add);
		problems.addAll(new ResourceServerRules(this.properties, this.resourceServer, this.beans).problems());
		problems.addAll(this.stack.problems());
		problems.addAll(new PlatformRules(this.environment).problems());
		return problems;
	}

	/**
	 * Return what may start but should be known.
	 */
	List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		UnknownKeys.in(this.environment).variables().forEach(warnings::add);
		warnings.addAll(new PlatformRules(this.environment).warnings(this.properties.actuator()));
		warnings.addAll(this.stack.warnings());
		for (String name : this.beans.getBeanNamesForType(JwkSetUriJwtDecoderBuilderCustomizer.class, true, false)) {
			if (PlatformDecoder.isUsed(this.beans)) {
				warnings
					.add("the bean " + name + " changes Spring Boot's decoder, so that one verifies tokens: by its own "
							+ "way with keys, of one issuer, and each token anew");
			}
		}
		return warnings;
	}

}
