package io.zerotrust.samples.clinic.security;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Tokens for everything else, on both ports.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

	/**
	 * As loose as applications are found. Open to everybody: the API's documents and
	 * pages, health and info, and reading what Spring Data REST exports. Any token of the
	 * issuer may do the rest, whatever its scopes: change owners and vets, read metrics.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain apiChain(HttpSecurity http) {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**")
				.permitAll()
				.requestMatchers(EndpointRequest.to("health", "info"))
				.permitAll()
				.requestMatchers("/livez", "/readyz")
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/data/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

}
