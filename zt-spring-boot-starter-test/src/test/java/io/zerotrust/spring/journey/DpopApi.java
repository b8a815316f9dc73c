package io.zerotrust.spring.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * Handlers for tokens that are bound to a key.
 */
final class DpopApi {

	private DpopApi() {
	}

	/**
	 * Without a chain of its own.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, Ledger.class })
	static class Plain {

	}

	/**
	 * With chains of all kinds.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, Ledger.class })
	static class Chained {

		/**
		 * With Spring's CSRF protection, as it comes.
		 */
		@Bean
		@Order(1)
		SecurityFilterChain own(HttpSecurity http) {
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
			http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
			return http.securityMatcher("/own/**").build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain resolver(HttpSecurity http, JwtDecoder decoder) {
			ProviderManager manager = new ProviderManager(new JwtAuthenticationProvider(decoder));
			http.oauth2ResourceServer((server) -> server.authenticationManagerResolver((request) -> manager));
			return http.securityMatcher("/resolver/**").build();
		}

		@Bean
		@Order(3)
		SecurityFilterChain opaque(HttpSecurity http) {
			http.oauth2ResourceServer((server) -> server.opaqueToken((opaque) -> opaque.introspector(
					(token) -> new DefaultOAuth2AuthenticatedPrincipal(claims(token), AuthorityUtils.NO_AUTHORITIES))));
			return http.securityMatcher("/opaque/**").build();
		}

		@Bean
		@Order(4)
		SecurityFilterChain foreign(HttpSecurity http) {
			http.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter((token) -> {
				TestingAuthenticationToken foreign = new TestingAuthenticationToken("alice", token,
						AuthorityUtils.NO_AUTHORITIES);
				foreign.setAuthenticated(true);
				return foreign;
			})));
			return http.securityMatcher("/foreign/**").build();
		}

		@Bean
		@Order(5)
		SecurityFilterChain withoutTokens(HttpSecurity http) {
			return http.securityMatcher("/none/**").build();
		}

		/**
		 * An opaque token ends with the key it is bound to.
		 */
		private static Map<String, Object> claims(String token) {
			Instant now = Instant.now();
			Map<String, Object> claims = new HashMap<>(Map.of("iss", "https://idp.example.com", "sub", "alice", "aud",
					List.of("orders"), "scope", List.of("orders:read"), "iat", now, "exp", now.plusSeconds(300)));
			claims.put("cnf", Map.of("jkt", token.substring(token.indexOf('.') + 1)));
			return claims;
		}

	}

	@RestController
	static class Controller {

		private final Ledger ledger;

		Controller(Ledger ledger) {
			this.ledger = ledger;
		}

		@GetMapping({ "/orders/1", "/own/orders", "/resolver/orders", "/opaque/orders", "/foreign/orders",
				"/none/orders" })
		@RequiresScope("orders:read")
		String order() {
			return Ran.record("order");
		}

		@PostMapping({ "/orders", "/own/orders" })
		@RequiresScope("orders:read")
		String write() {
			return Ran.record("written");
		}

		@GetMapping("/ledger")
		@RequiresScope("orders:read")
		String ledger() {
			return this.ledger.read();
		}

		@GetMapping({ "/catalog", "/none/catalog" })
		@PublicAccess(reason = "everybody may look")
		String catalog() {
			return "catalog";
		}

		@GetMapping("/leaflet")
		@PublicAccess(reason = "everybody may look", ignoreBadCredentials = true)
		String leaflet() {
			return "leaflet";
		}

	}

	/**
	 * A service with a rule of its own.
	 */
	@Service
	static class Ledger {

		@RequiresScope("orders:read")
		String read() {
			return "ledger";
		}

	}

}
