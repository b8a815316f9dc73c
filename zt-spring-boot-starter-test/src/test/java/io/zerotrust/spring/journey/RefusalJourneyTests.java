package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What refusals look like: ours, Spring's bare ones, and those the application words
 * itself.
 */
@ParameterizedClass
@EnumSource(mode = Mode.MATCH_NONE, names = "MANAGEMENT_PORT.*")
class RefusalJourneyTests {

	private static RunningApplication application;

	RefusalJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.start(placement, List.of(), Api.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenOursThenProblemWithSecurityAndCorsHeaders() throws IOException {
		Answer answer = application.get("/orders", "Origin: https://shop.example.com");
		assertProblem(answer, 401, "subject.missing");
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
		assertProblem(application.get("/orders", application.bearer(), "Origin: https://shop.example.com"), 403,
				"policy.scope-missing");
	}

	@Test
	void getWhenSpringRefusesBareThenCompleted() throws IOException {
		assertProblem(application.get("/orders", application.bearer(BadToken.FOREIGN_KEY)), 401, "token.key");
		Answer denied = application.get("/closed/orders", application.bearer("orders:read"));
		assertProblem(denied, 403, "spring.access-denied");
		assertThat(denied.header("WWW-Authenticate")).contains("insufficient_scope");
	}

	@Test
	void optionsWhenPreFlightThenNeitherRefusedNorServed() throws IOException {
		Answer answer = application.send("OPTIONS", "/orders", "Origin: https://shop.example.com",
				"Access-Control-Request-Method: GET");
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET");
		assertProblem(application.send("OPTIONS", "/orders"), 401, "subject.missing");
	}

	@Test
	void sendWhenApplicationWordsItsRefusalsThenTheyStay() throws IOException {
		Answer bad = application.get("/worded/orders", application.bearer(BadToken.FOREIGN_KEY));
		assertThat(bad.status()).isEqualTo(401);
		assertThat(bad.body()).isEqualTo("who are you?");
		Answer denied = application.get("/worded/closed", application.bearer("orders:read"));
		assertThat(denied.status()).isEqualTo(403);
		assertThat(denied.body()).isEqualTo("not you");
		assertProblem(application.get("/worded/orders", application.bearer()), 403, "policy.scope-missing");
	}

	// an error page behind the gates showed CSRF's 403 as 401
	@Test
	void postWhenCsrfTokenMissingThenErrorPageAndStatusStay() throws IOException {
		Answer answer = application.post("/stateful/orders", "application/json", "{}");
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.body()).contains("\"status\":403")
			.contains("\"path\":\"" + application.placement().mvc() + "/stateful/orders\"");
		// a bearer token needs no CSRF token
		assertThat(application.post("/stateful/orders", "application/json", "{}", application.bearer("orders:read"))
			.status()).isEqualTo(200);
	}

	@Test
	void getWhenHandlerFailsThenServerErrorAndErrorPageIsNoEndpoint() throws IOException {
		Answer answer = application.get("/boom", application.bearer());
		assertThat(answer.status()).as("%s", answer).isEqualTo(500);
		assertThat(answer.body()).contains("\"status\":500").doesNotContain("secret");
		assertProblem(application.get("/error"), 401, "subject.missing");
		assertProblem(application.get("/error", application.bearer()), 403, "policy.uncovered");
	}

	@Test
	void sendWhenHandlerCannotBeResolvedThenAnonymousLearnsNothing() throws IOException {
		String token = application.bearer("orders:read");
		assertThat(application.get("/stateful/orders", token).status()).isEqualTo(405);
		assertThat(application.post("/stateful/orders", "text/plain", "x", token).status()).isEqualTo(415);
		assertThat(application.get("/orders", token, "Accept: image/png").status()).isEqualTo(406);
		assertProblem(application.get("/stateful/orders"), 401, "subject.missing");
		assertProblem(application.get("/orders", "Accept: image/png"), 401, "subject.missing");
		assertProblem(application.send("HEAD", "/orders", token + "x"), 401, "");
	}

	// other servlets are in no handler mapping
	@Test
	void getWhenServletIsBesideMvcThenRefusedInEveryChain() throws IOException {
		assertProblem(application.beside("/legacy/x"), 401, "subject.missing");
		assertProblem(application.beside("/legacy/x", application.bearer("orders:read")), 403, "policy.uncovered");
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Cache-Control")).contains("no-store");
		if (!code.isEmpty()) {
			assertThat(answer.body()).containsPattern("\"decisionId\":\"[0-9a-f]{32}\"");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		@Order(1)
		SecurityFilterChain worded(HttpSecurity http) {
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
				.authenticationEntryPoint((request, response, ex) -> say(response, 401, "who are you?")));
			http.exceptionHandling((handling) -> handling
				.accessDeniedHandler((request, response, ex) -> say(response, 403, "not you")));
			http.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/worded/closed").denyAll().anyRequest().permitAll());
			return http.securityMatcher("/worded/**").build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain others(HttpSecurity http) {
			http.cors(Customizer.withDefaults());
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
			http.authorizeHttpRequests((
					requests) -> requests.requestMatchers("/closed/**").hasAuthority("never").anyRequest().permitAll());
			return http.build();
		}

		@Bean
		ServletRegistrationBean<HttpServlet> legacy() {
			return new ServletRegistrationBean<>(new ChainedApplication.Legacy(), "/legacy/*");
		}

		private static void say(HttpServletResponse response, int status, String text) throws IOException {
			response.setStatus(status);
			response.getWriter().write(text);
		}

	}

	@RestController
	static class Controller {

		@CrossOrigin
		@GetMapping(path = { "/orders", "/closed/orders", "/worded/orders", "/worded/closed" }, produces = "text/plain")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@PostMapping(path = "/stateful/orders", consumes = "application/json")
		@RequiresScope("orders:read")
		String order() {
			return "ordered";
		}

		@RequestMapping("/boom")
		@AnyAuthenticated(reason = "a test")
		String boom() {
			throw new IllegalStateException("secret");
		}

	}

}
