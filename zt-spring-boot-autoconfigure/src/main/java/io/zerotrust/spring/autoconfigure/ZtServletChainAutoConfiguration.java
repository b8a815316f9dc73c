package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.autoconfigure.web.servlet.ConditionalOnDefaultWebSecurity;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.servlet.ServletGates;

/**
 * Auto-configuration for the filter chain of an application that has none: stateless, and
 * nothing gets through it but by our gates.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtServletAutoConfiguration.class, afterName = {
		"org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration" },
		beforeName = {
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
				"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
				"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration" })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBean(ServletGates.class)
@ConditionalOnDefaultWebSecurity
@ConditionalOnEnforcing
public final class ZtServletChainAutoConfiguration {

	@Bean(WiredSettings.TOKENS)
	@Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
	SecurityFilterChain ztDefaultSecurityFilterChain(HttpSecurity http, ServletGates gates, ListableBeanFactory beans) {
		return new DefaultChains(beans, gates).tokens(http);
	}

	@Bean(WiredSettings.AREAS)
	@Order(SecurityFilterProperties.BASIC_AUTH_ORDER - 1)
	@ConditionalOnCredentialAreas
	SecurityFilterChain ztAreasSecurityFilterChain(HttpSecurity http, ServletGates gates, RouteRules routes,
			ZtProperties properties, ListableBeanFactory beans) {
		return new DefaultChains(beans, gates).areas(http, routes.areas(), properties.realm());
	}

}
