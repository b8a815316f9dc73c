package io.zerotrust.spring.journey;

import java.util.List;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;

/**
 * An application that was secured by Spring alone and has begun to write rules.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ObservedApi.Controller.class)
class ObservedApi {

	@Bean
	SecurityFilterChain chain(HttpSecurity http) {
		http.csrf(AbstractHttpConfigurer::disable);
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.cors(Customizer.withDefaults());
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		http.authorizeHttpRequests((requests) -> requests.requestMatchers("/open", "/actuator/health", "/error")
			.permitAll()
			.requestMatchers("/admin")
			.hasAuthority("SCOPE_admin")
			.anyRequest()
			.authenticated());
		return http.build();
	}

	@Bean
	UrlBasedCorsConfigurationSource corsConfigurationSource() {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(List.of("https://spa.example"));
		cors.setAllowedHeaders(List.of("authorization"));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", cors);
		return source;
	}

	@RestController
	static class Controller {

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return "open";
		}

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order(@PathVariable String id) {
			return "order " + id;
		}

		@GetMapping("/me")
		@AnyAuthenticated(reason = "everybody has a profile")
		String me() {
			return "me";
		}

		@GetMapping("/admin")
		@RequiresScope("admin")
		String admin() {
			return "admin";
		}

		@PostMapping("/payments")
		@AnyAuthenticated(reason = "strong enough")
		@RequiresStepUp(acr = "gold")
		String pay() {
			return "paid";
		}

		@GetMapping("/unruled")
		String unruled() {
			return "unruled";
		}

		@GetMapping("/boom")
		@AnyAuthenticated(reason = "fails for everybody")
		String boom() {
			throw new IllegalStateException("boom");
		}

	}

}
