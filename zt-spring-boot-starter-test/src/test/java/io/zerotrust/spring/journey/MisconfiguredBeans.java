package io.zerotrust.spring.journey;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import com.example.library.LibraryController;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.ForwardedHeaderFilter;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.spring.autoconfigure.OldSecurity;

/**
 * Configuration classes that rows of the table of misconfigurations name.
 */
final class MisconfiguredBeans {

	static final List<Class<?>> ALL = List.of(LibraryController.class, OldSecurity.class,
			UncoveredApis.RawMapping.class, TypeValidators.class, TimestampValidators.class, Converter.class,
			Remote.class, GlobalIdentity.class, InheritedIdentity.class, Forwarded.class, PermittingChain.class,
			NarrowChain.class, HandBuiltChain.class, IgnoringChain.class, Firewall.class, Resolver.class, Users.class);

	private MisconfiguredBeans() {
	}

	static Class<?> named(String name) {
		return ALL.stream().filter((type) -> type.getSimpleName().equals(name)).findFirst().orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	static class Users {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TypeValidators {

		@Bean
		JwtTypeValidator one() {
			return new JwtTypeValidator("at+jwt");
		}

		@Bean
		JwtTypeValidator two() {
			return new JwtTypeValidator("JWT");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TimestampValidators {

		@Bean
		JwtTimestampValidator one() {
			return new JwtTimestampValidator();
		}

		@Bean
		JwtTimestampValidator two() {
			return new JwtTimestampValidator();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Converter {

		@Bean
		AuthenticationConverter converter() {
			return new BasicAuthenticationConverter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Remote {

		@Bean
		RemoteCheck remote() {
			return new RemoteCheck() {

				@Override
				public String name() {
					return "remote";
				}

				@Override
				public CompletionStage<Finding> evaluate(AccessRequest request) {
					return new CompletableFuture<>();
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GlobalIdentity {

		GlobalIdentity() {
			SecurityContextHolder.setStrategyName(SecurityContextHolder.MODE_GLOBAL);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InheritedIdentity {

		InheritedIdentity() {
			SecurityContextHolder.setStrategyName(SecurityContextHolder.MODE_INHERITABLETHREADLOCAL);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Forwarded {

		@Bean
		ForwardedHeaderFilter forwarded() {
			return new ForwardedHeaderFilter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Firewall {

		@Bean
		HttpFirewall firewall() {
			return new StrictHttpFirewall();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Resolver {

		@Bean
		BearerTokenResolver resolver() {
			return new DefaultBearerTokenResolver();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PermittingChain {

		@Bean
		SecurityFilterChain permitting(HttpSecurity http) {
			return http.authorizeHttpRequests((rules) -> rules.anyRequest().permitAll()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NarrowChain {

		@Bean
		SecurityFilterChain narrow(HttpSecurity http) {
			return http.securityMatcher("/api/**").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandBuiltChain {

		@Bean
		@Order(1)
		SecurityFilterChain handBuilt(PathPatternRequestMatcher.Builder paths) {
			return new DefaultSecurityFilterChain(paths.matcher("/raw/**"));
		}

		@Bean
		@Order(2)
		SecurityFilterChain rest(HttpSecurity http) {
			return http.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class IgnoringChain {

		@Bean
		WebSecurityCustomizer ignoring(PathPatternRequestMatcher.Builder paths) {
			return (web) -> web.ignoring().requestMatchers(paths.matcher("/ignored/**"));
		}

	}

}
