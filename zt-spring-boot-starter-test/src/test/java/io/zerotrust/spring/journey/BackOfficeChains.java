package io.zerotrust.spring.journey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The back office with chains of its own: one for browsers, one for passwords, one for
 * tokens.
 */
@Configuration(proxyBeanMethods = false)
@Import(BackOfficeApi.class)
class BackOfficeChains {

	@Bean
	@Order(1)
	SecurityFilterChain browsers(HttpSecurity http) {
		http.securityMatcher("/backoffice/**", "/login", "/logout", "/default-ui.css");
		http.formLogin(Customizer.withDefaults());
		http.exceptionHandling((exceptions) -> exceptions.accessDeniedPage("/backoffice/denied"));
		http.rememberMe((remember) -> remember.key("key").alwaysRemember(true));
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain passwords(HttpSecurity http) {
		http.securityMatcher("/export/**");
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.csrf((csrf) -> csrf.spa());
		http.httpBasic(Customizer.withDefaults());
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain tokens(HttpSecurity http) {
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.csrf(AbstractHttpConfigurer::disable);
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		return http.build();
	}

}
