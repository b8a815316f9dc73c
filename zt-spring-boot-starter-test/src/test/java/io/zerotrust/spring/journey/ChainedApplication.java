package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * An application with chains of its own, each of which forgets something.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ChainedApplication.Controller.class, ChainedApplication.Advice.class })
class ChainedApplication {

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http) {
		http.securityMatcher("/api/**");
		http.csrf((csrf) -> csrf.disable());
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		http.authorizeHttpRequests((requests) -> requests.requestMatchers("/api/vip")
			.hasAuthority("SCOPE_vip")
			.anyRequest()
			.authenticated());
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain withoutRules(HttpSecurity http) {
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		return http.securityMatcher("/bare/**").build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain permittingAll(HttpSecurity http) {
		http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.securityMatcher("/open/**").build();
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
	@RequiresScope("orders:read")
	RouterFunction<ServerResponse> functions() {
		return RouterFunctions.route()
			.GET("/fn", (request) -> ServerResponse.ok().body("function"))
			.GET("/api/fn", (request) -> ServerResponse.ok().body("function"))
			.build();
	}

	@Bean
	ServletRegistrationBean<HttpServlet> legacy() {
		return new ServletRegistrationBean<>(new Legacy(), "/legacy/*");
	}

	/**
	 * A servlet beside the dispatcher servlet.
	 */
	@SuppressWarnings("serial")
	static final class Legacy extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().write("legacy");
		}

	}

	@RestController
	static class Controller {

		static final List<String> PATHS = List.of("/other", "/bare/orders", "/open/orders", "/raw/orders",
				"/ignored/orders", "/api/orders", "/api/vip");

		@GetMapping({ "/other", "/bare/orders", "/open/orders", "/raw/orders", "/ignored/orders", "/api/orders",
				"/api/vip" })
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@PostMapping(path = "/api/orders", params = "kind=rush")
		@RequiresScope("orders:rush")
		String rush() {
			return "rushed";
		}

		@PostMapping("/api/orders")
		@RequiresScope("orders:write")
		String order() {
			return "ordered";
		}

		@GetMapping("/api/boom")
		@RequiresScope("orders:read")
		String boom() {
			throw new IllegalStateException("boom");
		}

		@GetMapping({ "/open/catalog", "/api/catalog", "/raw/catalog" })
		@PublicAccess(reason = "everybody may look")
		String catalog() {
			return "catalog";
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler(Exception.class)
		String everythingIsFine() {
			return "fine";
		}

	}

}
