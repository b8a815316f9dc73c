package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * What the configuration of a servlet application is held against.
 */
final class ServletRules implements StackRules {

	private static final String DISPATCHERS = "spring.security.filter.dispatcher-types";

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	ServletRules(ConfigurableListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		this.environment = environment;
	}

	@Override
	public List<MisconfigurationException> problems() {
		List<MisconfigurationException> problems = new ArrayList<>();
		addConverters(problems);
		Set<DispatcherType> seen = Binder.get(this.environment)
			.bind(DISPATCHERS, Bindable.setOf(DispatcherType.class))
			.orElse(Set.of(DispatcherType.values()));
		Set<DispatcherType> unseen = EnumSet.allOf(DispatcherType.class);
		unseen.removeAll(seen);
		if (!unseen.isEmpty()) {
			problems.add(new MisconfigurationException(
					DISPATCHERS + " is " + this.environment.getProperty(DISPATCHERS)
							+ ", so no filter chain sees dispatches of the types " + unseen + ".",
					"Remove " + DISPATCHERS + "; not set it is all of them."));
		}
		return problems;
	}

	private void addConverters(List<MisconfigurationException> problems) {
		for (String name : this.beans.getBeanNamesForType(AuthenticationConverter.class, true, false)) {
			if (!this.beans.isTypeMatch(name, BearerTokenAuthenticationConverter.class)) {
				problems.add(new MisconfigurationException(
						"The bean " + name
								+ " is an AuthenticationConverter, so every resource server reads credentials by it "
								+ "instead of bearer tokens.",
						"Make it no bean, and hand it to the filter or the chain that needs it."));
			}
		}
	}

	@Override
	public List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		StackRules.warnUnless("spring.mvc.log-request-details", "false", "logs may hold headers with tokens; set false",
				this.environment, warnings);
		StackRules.warnOf(HttpFirewall.class,
				"an HttpFirewall and may let through what Spring Security's own one rejects", this.beans, warnings);
		StackRules.warnOf(BearerTokenResolver.class,
				"a BearerTokenResolver: tokens come from where it looks, and URLs end in logs", this.beans, warnings);
		return warnings;
	}

}
