package io.zerotrust.samples.clinic.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.provisioning.UserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Form login for the clerks and the database console.
 */
@Configuration(proxyBeanMethods = false)
class BackOfficeSecurity {

	/**
	 * Leaves nothing open but the login. The console's forms carry no CSRF token and its
	 * pages are frames of each other.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain backOfficeChain(HttpSecurity http) {
		return http.securityMatcher("/backoffice/**", "/h2-console/**", "/login", "/logout", "/default-ui.css")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/h2-console/**", "/backoffice/notes/clear")
				.hasRole("ADMIN")
				.anyRequest()
				.hasAnyRole("CLERK", "ADMIN"))
			.formLogin((login) -> login.defaultSuccessUrl("/backoffice/owners"))
			.logout(Customizer.withDefaults())
			.csrf((csrf) -> csrf.ignoringRequestMatchers("/h2-console/**"))
			.headers((headers) -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
			.build();
	}

	@Bean
	UserDetailsManager clerks() {
		return new InMemoryUserDetailsManager(
				User.withUsername("clerk").password("{noop}clerk-password").roles("CLERK").build(),
				User.withUsername("admin").password("{noop}admin-password").roles("ADMIN").build());
	}

}
