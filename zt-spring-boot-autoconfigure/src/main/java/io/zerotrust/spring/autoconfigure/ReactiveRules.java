package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;

/**
 * What the configuration of a WebFlux application is held against.
 */
final class ReactiveRules implements StackRules {

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	ReactiveRules(ConfigurableListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		this.environment = environment;
	}

	@Override
	public List<MisconfigurationException> problems() {
		return List.of();
	}

	@Override
	public List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		StackRules.warnUnless("spring.http.codecs.log-request-details", "false",
				"logs may hold headers with tokens; set false", this.environment, warnings);
		StackRules.warnOf(ServerWebExchangeFirewall.class,
				"a ServerWebExchangeFirewall and may let through what Spring Security's own one rejects", this.beans,
				warnings);
		return warnings;
	}

}
