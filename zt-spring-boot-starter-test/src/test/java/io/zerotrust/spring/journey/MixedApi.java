package io.zerotrust.spring.journey;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.PublicAccess;

/**
 * An application that takes sessions, passwords and tokens, each in several ways.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(MixedController.class)
class MixedApi {

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(User.withUsername("user").password("{noop}pass").roles("admin").build());
	}

	@Bean
	@Order(1)
	SecurityFilterChain headerOfItsOwn(HttpSecurity http) {
		DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
		resolver.setBearerTokenHeaderName("X-Token");
		http.oauth2ResourceServer((server) -> server.bearerTokenResolver(resolver).jwt(Customizer.withDefaults()));
		return http.securityMatcher("/own/**").build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain authenticatedOtherwise(HttpSecurity http) {
		DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
		resolver.setAllowUriQueryParameter(true);
		// stands for a session, a certificate, a gateway's header
		http.addFilterAfter((request, response, chain) -> {
			SecurityContextHolder.getContext()
				.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("root", null,
						AuthorityUtils.createAuthorityList("ROLE_admin")));
			chain.doFilter(request, response);
		}, LogoutFilter.class);
		http.oauth2ResourceServer((server) -> server.bearerTokenResolver(resolver).jwt(Customizer.withDefaults()));
		return http.securityMatcher("/gateway/**").build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain sessions(HttpSecurity http) {
		http.csrf((csrf) -> csrf.disable());
		http.formLogin(Customizer.withDefaults());
		http.httpBasic(Customizer.withDefaults());
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.build();
	}

	@Bean
	@PublicAccess(reason = "shown before login", ignoreBadCredentials = true)
	RouterFunction<ServerResponse> banners() {
		return RouterFunctions.route()
			.GET("/banner/fn",
					(request) -> ServerResponse.ok().body(MixedController.name(request.principal().orElse(null))))
			.build();
	}

	@Bean
	@PublicAccess(reason = "everybody may look")
	RouterFunction<ServerResponse> catalogs() {
		return RouterFunctions.route().GET("/catalog/fn", (request) -> ServerResponse.ok().body("catalog")).build();
	}

}
