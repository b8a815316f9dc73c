package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.reactive.ReactiveGates;

/**
 * Auto-configuration for the filter chain of a WebFlux application that has none:
 * stateless, and nothing gets through it but by our gates. A chain that Spring Boot makes
 * nevertheless comes behind it and matches nothing any more.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = { "io.zerotrust.spring.autoconfigure.ZtReactiveAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration" },
		beforeName = {
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration",
				"org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
				"org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration" })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBean(ReactiveGates.class)
@ConditionalOnMissingBean(SecurityWebFilterChain.class)
@ConditionalOnEnforcing
public final class ZtReactiveChainAutoConfiguration {

	private static final int LAST_OF_OURS = Ordered.LOWEST_PRECEDENCE - 5;

	@Bean(WiredSettings.TOKENS)
	@Order(LAST_OF_OURS)
	SecurityWebFilterChain ztDefaultSecurityWebFilterChain(ServerHttpSecurity http, ReactiveGates gates,
			ListableBeanFactory beans) {
		return new DefaultReactiveChains(beans, gates).tokens(http);
	}

	@Bean(WiredSettings.AREAS)
	@Order(LAST_OF_OURS - 1)
	@ConditionalOnCredentialAreas
	SecurityWebFilterChain ztAreasSecurityWebFilterChain(ServerHttpSecurity http, ReactiveGates gates,
			RouteRules routes, ZtProperties properties, ListableBeanFactory beans) {
		return new DefaultReactiveChains(beans, gates).areas(http, routes.areas(), properties.realm());
	}

}
