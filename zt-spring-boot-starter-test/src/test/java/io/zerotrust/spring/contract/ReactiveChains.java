package io.zerotrust.spring.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

import io.zerotrust.policy.RequiresScope;

/**
 * The chains of an application on Netty.
 *
 * @see ServletChains
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ChainedShop.class)
class ReactiveChains {

	@Bean
	MapReactiveUserDetailsService users() {
		return new MapReactiveUserDetailsService(
				User.withUsername("clerk").password("{noop}pass").roles("clerk").build());
	}

	@Bean
	@RequiresScope("orders:read")
	RouterFunction<ServerResponse> functions() {
		return RouterFunctions.route()
			.GET("/api/fn", ReactiveShop::handle)
			.GET("/bare/fn", ReactiveShop::handle)
			.GET("/fn", ReactiveShop::handle)
			.build();
	}

	@Bean
	@Order(1)
	SecurityWebFilterChain api(ServerHttpSecurity http) {
		tokens(http, "/api/**");
		http.authorizeExchange((exchanges) -> exchanges.pathMatchers("/api/vip")
			.hasAuthority("SCOPE_vip")
			.anyExchange()
			.authenticated());
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityWebFilterChain withoutRules(ServerHttpSecurity http) {
		return tokens(http, "/bare/**").build();
	}

	@Bean
	@Order(3)
	SecurityWebFilterChain permittingAll(ServerHttpSecurity http) {
		tokens(http, "/free/**");
		http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll());
		return http.build();
	}

	@Bean
	@Order(4)
	SecurityWebFilterChain handBuilt() {
		return handMade("/raw/**");
	}

	/**
	 * WebFlux has no {@code ignoring()}; this is how it is done there.
	 */
	@Bean
	@Order(0)
	SecurityWebFilterChain ignoring() {
		return handMade("/ignored/**");
	}

	@Bean
	@Order(5)
	SecurityWebFilterChain worded(ServerHttpSecurity http) {
		http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/worded/**")).csrf(CsrfSpec::disable);
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
			.authenticationEntryPoint(
					(exchange, ex) -> word(exchange.getResponse(), HttpStatus.UNAUTHORIZED, "who are you?"))
			.accessDeniedHandler((exchange, ex) -> word(exchange.getResponse(), HttpStatus.FORBIDDEN, "not you")));
		http.authorizeExchange((exchanges) -> exchanges.pathMatchers("/worded/vip")
			.hasAuthority("SCOPE_vip")
			.anyExchange()
			.permitAll());
		return http.build();
	}

	@Bean
	@Order(6)
	SecurityWebFilterChain withoutTokens(ServerHttpSecurity http) {
		http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/tokenless/**")).csrf(CsrfSpec::disable);
		http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll());
		return http.build();
	}

	@Bean
	@Order(7)
	SecurityWebFilterChain passwords(ServerHttpSecurity http) {
		http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/password/**"));
		http.httpBasic(Customizer.withDefaults());
		http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll());
		return http.build();
	}

	@Bean
	@Order(8)
	SecurityWebFilterChain shared(ServerHttpSecurity http) {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(List.of("https://spa.example"));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", cors);
		tokens(http, "/shared/**").cors((spec) -> spec.configurationSource(source));
		http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated());
		return http.build();
	}

	private static ServerHttpSecurity tokens(ServerHttpSecurity http, String pattern) {
		http.securityMatcher(new PathPatternParserServerWebExchangeMatcher(pattern)).csrf(CsrfSpec::disable);
		return http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
	}

	private static SecurityWebFilterChain handMade(String pattern) {
		WebFilter nothing = (exchange, chain) -> chain.filter(exchange);
		return new MatcherSecurityWebFilterChain(new PathPatternParserServerWebExchangeMatcher(pattern),
				List.of(nothing));
	}

	private static Mono<Void> word(ServerHttpResponse response, HttpStatus status, String words) {
		response.setStatusCode(status);
		return response
			.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(words.getBytes(StandardCharsets.UTF_8))));
	}

}
