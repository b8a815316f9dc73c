package io.zerotrust.spring.journey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;

/**
 * One chain for everything, as an application may have grown: the login forwards, some
 * sessions hold a token, a gateway names callers, somebody keeps no CSRF protection.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OneChainApi.Pages.class)
class OneChainApi {

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(User.withUsername("clerk").password("{noop}pass").roles("clerk").build());
	}

	@Bean
	@Order(1)
	SecurityFilterChain gateway(HttpSecurity http) {
		http.securityMatcher("/gateway/**");
		http.addFilterAfter((request, response, chain) -> {
			SecurityContextHolder.getContext()
				.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("root", null,
						AuthorityUtils.createAuthorityList("ROLE_clerk")));
			chain.doFilter(request, response);
		}, LogoutFilter.class);
		return http.build();
	}

	/**
	 * No login of its own, so nothing to complain of at start.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain unprotected(HttpSecurity http) {
		http.securityMatcher("/unprotected/**");
		http.csrf((csrf) -> csrf.disable());
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain silent(HttpSecurity http) {
		http.securityMatcher("/silent/**");
		http.exceptionHandling((exceptions) -> exceptions.disable());
		return http.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain everything(HttpSecurity http) {
		http.csrf((csrf) -> csrf.ignoringRequestMatchers("/site/hook"));
		http.formLogin((form) -> form.loginPage("/site/entry")
			.loginProcessingUrl("/enter")
			.successForwardUrl("/site/home")
			.failureForwardUrl("/site/secret"));
		http.httpBasic(Customizer.withDefaults());
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		return http.build();
	}

	@Bean
	ServletRegistrationBean<ConsoleServlet> console() {
		ServletRegistrationBean<ConsoleServlet> registration = new ServletRegistrationBean<>(new ConsoleServlet(),
				"/console/*", "/also/*");
		registration.setName("console");
		return registration;
	}

	/**
	 * A servlet beside MVC.
	 */
	@SuppressWarnings("serial")
	static final class ConsoleServlet extends jakarta.servlet.http.HttpServlet {

		@Override
		protected void service(HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response)
				throws java.io.IOException {
			response.getWriter().write("console");
		}

	}

	/**
	 * What is served, and for whom.
	 */
	@RestController
	static class Pages {

		@GetMapping("/site/entry")
		@PublicAccess(reason = "the login page")
		String entry(org.springframework.security.web.csrf.CsrfToken token) {
			return "<input name=\"_csrf\" value=\"" + token.getToken() + "\">";
		}

		@PostMapping("/site/home")
		@RequiresRole("clerk")
		String home() {
			return "home";
		}

		@PostMapping("/site/secret")
		@RequiresRole("chief")
		String secret() {
			return "secret";
		}

		@PostMapping({ "/site/hook", "/unprotected/change" })
		@RequiresRole("clerk")
		String change() {
			return "changed";
		}

		@PostMapping("/unprotected/open")
		@PublicAccess(reason = "everybody may write to us")
		String write() {
			return "written";
		}

		@GetMapping({ "/unprotected/read", "/silent/read", "/gateway/read", "/gateway/session" })
		@RequiresRole("clerk")
		String read() {
			return "read";
		}

		/**
		 * Keeps the token of the request in a session, as home-made logins do.
		 */
		@GetMapping("/api/keep")
		@AnyAuthenticated(reason = "anybody may")
		String keep(HttpSession session, JwtAuthenticationToken token) {
			session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
					new SecurityContextImpl(token));
			return "kept";
		}

		@GetMapping({ "/api/me", "/site/me" })
		@AnyAuthenticated(reason = "anybody may")
		String me() {
			return "me";
		}

	}

}
