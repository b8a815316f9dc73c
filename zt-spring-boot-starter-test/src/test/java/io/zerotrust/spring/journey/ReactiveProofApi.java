package io.zerotrust.spring.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.token.dpop.MemoryReplayStore;
import io.zerotrust.token.dpop.ProofUse;
import io.zerotrust.token.dpop.ReplayStore;

/**
 * A WebFlux application for tokens that are bound to something, with chains of all kinds.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ReactiveProofApi.Controller.class, ReactiveProofApi.Store.class })
class ReactiveProofApi {

	@Bean
	@Order(1)
	SecurityWebFilterChain resolver(ServerHttpSecurity http, ReactiveJwtDecoder decoder) {
		JwtReactiveAuthenticationManager manager = new JwtReactiveAuthenticationManager(decoder);
		return at(http, "/resolver/**")
			.oauth2ResourceServer((server) -> server.authenticationManagerResolver((exchange) -> Mono.just(manager)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityWebFilterChain opaque(ServerHttpSecurity http) {
		return at(http, "/opaque/**")
			.oauth2ResourceServer((server) -> server
				.opaqueToken((opaque) -> opaque.introspector((token) -> Mono.fromSupplier(
						() -> new DefaultOAuth2AuthenticatedPrincipal(claims(token), AuthorityUtils.NO_AUTHORITIES)))))
			.build();
	}

	@Bean
	@Order(3)
	SecurityWebFilterChain foreign(ServerHttpSecurity http) {
		return at(http, "/foreign/**")
			.oauth2ResourceServer((server) -> server
				.jwt((jwt) -> jwt.jwtAuthenticationConverter((token) -> Mono.just(new Foreign(token)))))
			.build();
	}

	@Bean
	@Order(4)
	SecurityWebFilterChain withoutTokens(ServerHttpSecurity http) {
		return at(http, "/none/**").build();
	}

	/**
	 * With Spring's CSRF protection, as it comes.
	 */
	@Bean
	@Order(5)
	SecurityWebFilterChain rest(ServerHttpSecurity http) {
		return http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())).build();
	}

	private static ServerHttpSecurity at(ServerHttpSecurity http, String path) {
		return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(path));
	}

	/**
	 * An opaque token ends with the key it is bound to.
	 */
	private static Map<String, Object> claims(String token) {
		Instant now = Instant.now();
		Map<String, Object> claims = new HashMap<>(Map.of("iss", "https://idp.example.com", "sub", "alice", "aud",
				List.of("orders"), "scope", List.of("read"), "iat", now, "exp", now.plusSeconds(300)));
		claims.put("cnf", Map.of("jkt", token.substring(token.indexOf('.') + 1)));
		return claims;
	}

	@RestController
	static class Controller {

		@GetMapping({ "/orders/1", "/opaque/orders", "/resolver/orders", "/foreign/orders", "/none/orders" })
		@RequiresScope("read")
		Mono<String> order() {
			return Mono.fromSupplier(() -> Ran.record("order"));
		}

		@PostMapping("/orders")
		@RequiresScope("read")
		String write() {
			return Ran.record("written");
		}

		/**
		 * What the application sees of the credential.
		 */
		@GetMapping("/scheme")
		@RequiresScope("read")
		String scheme(@RequestHeader("Authorization") String authorization) {
			return authorization.substring(0, authorization.indexOf(' '));
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
	 * A replay store that is away, or full, when a test says so.
	 */
	static final class Store implements ReplayStore {

		private final MemoryReplayStore memory = new MemoryReplayStore(1000, Duration.ofMinutes(1));

		final AtomicInteger asked = new AtomicInteger();

		volatile String state = "";

		@Override
		public CompletionStage<Answer> remember(ProofUse use, Instant now) {
			this.asked.incrementAndGet();
			return switch (this.state) {
				case "away" -> CompletableFuture.failedStage(new IllegalStateException("away"));
				case "full" -> CompletableFuture.completedStage(Answer.FULL);
				// some answer later, on another thread
				default ->
					CompletableFuture.supplyAsync(() -> use).thenCompose((later) -> this.memory.remember(later, now));
			};
		}

	}

	/**
	 * A type that Spring does not know.
	 */
	@SuppressWarnings("serial")
	private static final class Foreign extends TestingAuthenticationToken {

		Foreign(Jwt token) {
			super("alice", token, AuthorityUtils.NO_AUTHORITIES);
			setAuthenticated(true);
		}

	}

}
