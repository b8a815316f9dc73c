package io.zerotrust.spring.contract;

import java.util.List;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.RequiresScope;

/**
 * The chains of an application on Tomcat.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ChainedShop.class)
class ServletChains {

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(User.withUsername("clerk").password("{noop}pass").roles("clerk").build());
	}

	@Bean
	@RequiresScope("orders:read")
	RouterFunction<ServerResponse> functions() {
		return RouterFunctions.route()
			.GET("/api/fn", ServletShop::handle)
			.GET("/bare/fn", ServletShop::handle)
			.GET("/fn", ServletShop::handle)
			.build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http) {
		tokens(http, "/api/**");
		http.authorizeHttpRequests((requests) -> requests.requestMatchers("/api/vip")
			.hasAuthority("SCOPE_vip")
			.anyRequest()
			.authenticated());
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain withoutRules(HttpSecurity http) {
		return tokens(http, "/bare/**").build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain permittingAll(HttpSecurity http) {
		tokens(http, "/free/**");
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain handBuilt(PathPatternRequestMatcher.Builder paths) {
		return new DefaultSecurityFilterChain(paths.matcher("/raw/**"));
	}

	@Bean
	WebSecurityCustomizer ignoring(PathPatternRequestMatcher.Builder paths) {
		return (web) -> web.ignoring().requestMatchers(paths.matcher("/ignored/**"));
	}

	@Bean
	@Order(5)
	SecurityFilterChain worded(HttpSecurity http) {
		http.securityMatcher("/worded/**").csrf(AbstractHttpConfigurer::disable);
		http.oauth2ResourceServer(
				(server) -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint((request, response, ex) -> {
					response.setStatus(HttpStatus.UNAUTHORIZED.value());
					response.getWriter().write("who are you?");
				}).accessDeniedHandler((request, response, ex) -> {
					response.setStatus(HttpStatus.FORBIDDEN.value());
					response.getWriter().write("not you");
				}));
		http.authorizeHttpRequests((requests) -> requests.requestMatchers("/worded/vip")
			.hasAuthority("SCOPE_vip")
			.anyRequest()
			.permitAll());
		return http.build();
	}

	@Bean
	@Order(6)
	SecurityFilterChain withoutTokens(HttpSecurity http) {
		http.securityMatcher("/tokenless/**").csrf(AbstractHttpConfigurer::disable);
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.build();
	}

	@Bean
	@Order(7)
	SecurityFilterChain passwords(HttpSecurity http) {
		http.securityMatcher("/password/**");
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.httpBasic(Customizer.withDefaults());
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.build();
	}

	@Bean
	@Order(8)
	SecurityFilterChain shared(HttpSecurity http) {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(List.of("https://spa.example"));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", cors);
		tokens(http, "/shared/**").cors((configurer) -> configurer.configurationSource(source));
		http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
		return http.build();
	}

	private static HttpSecurity tokens(HttpSecurity http, String pattern) {
		http.securityMatcher(pattern).csrf(AbstractHttpConfigurer::disable);
		return http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
	}

}
