package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.autoconfigure.web.servlet.ConditionalOnDefaultWebSecurity;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;

import io.zerotrust.spring.web.ClaimAuthorities;
import io.zerotrust.spring.web.servlet.ServletGates;
import io.zerotrust.token.TrustedIssuers;

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

	@Bean
	@Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
	SecurityFilterChain ztDefaultSecurityFilterChain(HttpSecurity http, OAuth2ResourceServerProperties properties,
			ObjectProvider<OpaqueTokenIntrospector> introspector, ServletGates gates, TrustedIssuers issuers,
			BeanFactory beans) {
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.csrf(AbstractHttpConfigurer::disable);
		http.logout(AbstractHttpConfigurer::disable);
		http.requestCache(AbstractHttpConfigurer::disable);
		// the application's own by Spring Security's names, else what stands at the
		// handlers
		boolean own = beans.containsBean("corsFilter") || beans.containsBean("corsConfigurationSource");
		http.cors(own ? Customizer.withDefaults() : (cors) -> cors.configurationSource(gates.cors()));
		// others bring decoders along that nobody asked for, an authorization server for
		// one
		boolean jwt = properties.getJwt().getIssuerUri() != null || introspector.stream().findAny().isEmpty();
		boolean ownAuthorities = beans.getBeanProvider(JwtAuthenticationConverter.class).stream().findAny().isPresent();
		http.oauth2ResourceServer((server) -> {
			if (jwt) {
				server.jwt(ownAuthorities ? Customizer.withDefaults()
						: (jwts) -> jwts.jwtAuthenticationConverter(ClaimAuthorities.converter(issuers::layoutOf)));
			}
			else {
				server.opaqueToken(Customizer.withDefaults());
			}
		});
		return http.build();
	}

}
