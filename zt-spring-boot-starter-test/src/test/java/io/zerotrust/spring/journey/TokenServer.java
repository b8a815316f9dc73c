package io.zerotrust.spring.journey;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresScope;

/**
 * An authorization server and an API, each with a chain of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TokenServer.Controller.class)
class TokenServer {

	@Bean
	JwtDecoder decoder(JWKSource<SecurityContext> keys) {
		return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
	}

	@Bean
	@Order(1)
	SecurityFilterChain server(HttpSecurity http) {
		http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc(Customizer.withDefaults());
		});
		http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain api(HttpSecurity http) {
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.securityMatcher("/api/**").build();
	}

	@RestController
	static class Controller {

		@GetMapping({ "/api/orders", "/other", "/oauth2/token/other" })
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

	}

}
