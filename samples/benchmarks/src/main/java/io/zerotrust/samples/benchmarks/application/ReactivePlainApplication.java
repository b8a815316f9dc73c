package io.zerotrust.samples.benchmarks.application;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * A Spring Security resource server on WebFlux with a scope by path.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OrderController.class)
class ReactivePlainApplication {

	@Bean
	SecurityWebFilterChain chain(ServerHttpSecurity http) {
		http.csrf(CsrfSpec::disable);
		http.authorizeExchange((exchanges) -> exchanges.pathMatchers("/orders/*")
			.hasAuthority("SCOPE_orders:read")
			.anyExchange()
			.denyAll());
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		return http.build();
	}

}
