package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an adversarial review found. Each test fails until its finding is fixed.
 */
class ReviewJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of("management.endpoints.web.exposure.include=*",
				"management.endpoint.loggers.access=unrestricted", "zt.actuator.read-scope=ops:read",
				"zt.actuator.write-scope=ops:write"), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenFilterBehindTurnsActuatorReadIntoWriteThenWriteScopeIsNeeded() throws IOException {
		String reader = application.bearer("ops:read");
		assertThat(application.get("/actuator/loggers/ROOT", reader).status()).isEqualTo(200);
		assertThat(application.post("/actuator/loggers/ROOT", "application/json", "{}", reader).status())
			.isEqualTo(403);
		String body = "{\"configuredLevel\":\"ERROR\"}";
		Answer answer = RunningApplication.send(application.port(), "GET", "/actuator/loggers/ROOT", body, reader,
				"Content-Type: application/json", "X-HTTP-Method-Override: POST");
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
	}

	@Test
	void postWhenControllerIsScopedProxyThenStepUpOfTheClassHolds() throws IOException {
		String weak = application.bearer("payments:write");
		assertThat(application.post("/plain-payments", "application/json", "{}", weak).code())
			.isEqualTo("step-up.required");
		Answer answer = application.post("/payments", "application/json", "{}", weak);
		assertThat(answer.code()).as("%s", answer).isEqualTo("step-up.required");
	}

	@Test
	void getWhenFilterBehindAnswersUnknownPathThenRefused() throws IOException {
		Answer answer = application.get("/hooks/run", application.bearer());
		assertThat(answer.status()).as("%s", answer).isIn(403, 404);
	}

	@Test
	void getWhenHandshakeUnderPublicCatchAllThenRefused() throws IOException {
		Answer answer = application.get("/pages/socket", "Connection: Upgrade", "Upgrade: websocket");
		assertThat(answer.status()).as("%s", answer).isIn(401, 403);
	}

	@Test
	void getWhenUpgradeToHttp2OfferedOnUnknownPathThenStillNotFound() throws IOException {
		// what java.net.http.HttpClient sends over plain text by default
		Answer answer = application.get("/nothing", application.bearer(), "Upgrade: h2c");
		assertThat(answer.status()).as("%s", answer).isEqualTo(404);
	}

	@Test
	void putWhenFormAndAnonymousThenNothingIsLearnt() throws IOException {
		String type = "application/x-www-form-urlencoded";
		Answer plain = application.send("PUT", "/orders/1");
		assertThat(plain.status()).as("%s", plain).isEqualTo(401);
		Answer answer = application.send("PUT", "/orders/1", "Content-Type: " + type);
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
	}

	@Test
	void getWhenHandlerAnswersBare403ThenItIsNotSpringsRefusal() throws IOException {
		Answer answer = application.get("/bare", application.bearer());
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).as("%s", answer).isEmpty();
	}

	@Test
	void getWhenHealthAfterAnotherApplicationThenStillOpen() throws IOException {
		try (RunningApplication other = RunningApplication.start(List.of("management.endpoints.web.base-path=/manage"),
				Minimal.class)) {
			Answer first = application.get("/actuator/health");
			Answer second = other.get("/manage/health");
			assertThat(List.of(first.status(), second.status())).as("%s %s", first, second).containsExactly(200, 200);
		}
	}

	@Test
	void getWhenHealthOnManagementPortThenOpen() throws IOException {
		try (RunningApplication other = RunningApplication.start(List.of("management.server.port=0"), Minimal.class)) {
			int port = other.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class);
			Answer answer = RunningApplication.send(port, "GET", "/actuator/health", "");
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(RunningApplication.send(port, "GET", "/actuator", "").status()).isEqualTo(401);
		}
	}

	@Test
	void getWhenIssuerIsAwayThenUnavailable() throws IOException {
		SpringApplication away = new SpringApplication(Minimal.class);
		away.setWebApplicationType(WebApplicationType.SERVLET);
		try (ConfigurableApplicationContext context = away.run("--server.port=0", "--zt.test.trust-issuer=false",
				"--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1",
				"--spring.security.oauth2.resourceserver.jwt.audiences=orders")) {
			int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			Answer answer = RunningApplication.send(port, "GET", "/open", "", application.bearer());
			assertThat(answer.status()).as("%s", answer).isEqualTo(503);
			assertThat(answer.code()).isEqualTo("token.verifier-unavailable");
		}
	}

	@Test
	void getWhenTokenFromParameterOnTopOfOtherAuthenticationThenMixed() throws IOException {
		try (RunningApplication other = RunningApplication.start(Mixed.class)) {
			String token = other.token().scopes("a").mint();
			Answer header = other.get("/admin", "Authorization: Bearer " + token);
			assertThat(header.code()).as("%s", header).isEqualTo("credential.mixed");
			Answer answer = other.get("/admin?access_token=" + token);
			assertThat(answer.code()).as("%s", answer).isEqualTo("credential.mixed");
		}
	}

	@Test
	void getWhenMalformedThenNeverAServerError() throws IOException {
		assertThat(application.get("/anything", "Authorization: Bearer %00\u00ff").status()).isIn(400, 401);
		assertThat(application.get("/search?q=%zz", application.bearer()).status()).isLessThan(500);
		assertThat(application.post("/orders?x=%zz&%=", "multipart/form-data", "x").status()).isLessThan(500);
		assertThat(application.get("/orders/1", "Origin: :::", application.bearer()).status()).isLessThan(500);
		assertThat(application.get("/orders/%ff%fe", application.bearer("orders:read")).status()).isLessThan(500);
		assertThat(application.send("FOO", "/orders/1", application.bearer("orders:read")).status()).isLessThan(500);
		assertThat(application.get("/orders/1", "Accept: x;;;", application.bearer("orders:read")).status())
			.isLessThan(500);
	}

	@Test
	void getWhenAccessDeniedAsynchronouslyThenRefusalIsCompleted() throws IOException {
		Answer direct = application.get("/denied", application.bearer());
		assertThat(direct.code()).as("%s", direct).isEqualTo("spring.access-denied");
		Answer answer = application.get("/denied-later", application.bearer());
		assertThat(answer.code()).as("%s", answer).isEqualTo("spring.access-denied");
	}

	@Test
	void getWhenRoutesAreNestedInThoseOfAnotherBeanThenTheirOwnRuleHoldsToo() throws IOException {
		assertThat(application.get("/inner").code()).isEqualTo("subject.missing");
		Answer answer = application.get("/v2/inner");
		assertThat(answer.code()).as("%s", answer).isEqualTo("subject.missing");
	}

	@Test
	void optionsWhenFormedLikePreFlightThenNoFilterBehindAnswersTheAnonymous() throws IOException {
		Answer answer = application.send("OPTIONS", "/hooks/run", "Origin: https://evil.example",
				"Access-Control-Request-Method: GET");
		assertThat(answer.status()).as("%s", answer).isNotEqualTo(299);
	}

	@Test
	void getWhenAsynchronouslyDispatchedToServletBesideThenRefused() throws IOException {
		assertThat(application.get("/beside/x", application.bearer()).code()).isEqualTo("policy.uncovered");
		Answer forwarded = application.get("/go?how=forward", application.bearer());
		assertThat(forwarded.body()).as("%s", forwarded).doesNotContain("beside");
		Answer answer = application.get("/go?how=async", application.bearer());
		assertThat(answer.body()).as("%s", answer).doesNotContain("beside");
	}

	@Test
	void startWhenObservedAndRoutesAreAskedForByTheirTypeThenStarts() throws IOException {
		try (RunningApplication other = RunningApplication.start(List.of("zt.mode=observe"), Typed.class)) {
			assertThat(other.port()).isPositive();
		}
	}

	@Test
	void startWhenModeIsSetToNothingThenOneModeHoldsEverywhere() throws IOException {
		try (RunningApplication other = RunningApplication.start(List.of("zt.mode="), Minimal.class)) {
			boolean enforces = other.get("/nothing").code().equals("subject.missing");
			assertThat(other.context().containsBean("ztDefaultSecurityFilterChain")).isEqualTo(enforces);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, ScopedPayments.class, PlainPayments.class })
	static class Api {

		/**
		 * A common one, at the default order of filters: behind Spring Security.
		 */
		@Bean
		FilterRegistrationBean<Filter> methodOverride() {
			Filter filter = (request, response, chain) -> {
				String method = ((HttpServletRequest) request).getHeader("X-HTTP-Method-Override");
				chain
					.doFilter((method == null) ? request : new HttpServletRequestWrapper((HttpServletRequest) request) {
						@Override
						public String getMethod() {
							return method;
						}
					}, response);
			};
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
			registration.setName("methodOverride");
			return registration;
		}

		@Bean
		ServletRegistrationBean<HttpServlet> beside() {
			HttpServlet servlet = new HttpServlet() {
				@Override
				protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
					response.getWriter().write("beside");
				}
			};
			ServletRegistrationBean<HttpServlet> registration = new ServletRegistrationBean<>(servlet, "/beside/*");
			registration.setName("beside");
			registration.setAsyncSupported(true);
			return registration;
		}

		@Bean
		@RequiresScope("inner")
		RouterFunction<ServerResponse> inner() {
			return RouterFunctions.route().GET("/inner", (request) -> ServerResponse.ok().body("inner")).build();
		}

		@Bean
		@PublicAccess(reason = "test")
		RouterFunction<ServerResponse> outer(@Qualifier("inner") RouterFunction<ServerResponse> inner) {
			return RouterFunctions.nest(RequestPredicates.path("/v2"), inner);
		}

		/**
		 * An endpoint made of a filter.
		 */
		@Bean
		FilterRegistrationBean<Filter> hooks() {
			Filter filter = (request, response, chain) -> {
				String path = ((HttpServletRequest) request).getRequestURI();
				if (path.startsWith("/hooks") || (path.equals("/pages/socket")
						&& ((HttpServletRequest) request).getHeader("Upgrade") != null)) {
					((HttpServletResponse) response).setStatus(299);
					return;
				}
				chain.doFilter(request, response);
			};
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
			registration.setName("hooks");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Open.class)
	static class Minimal {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Admin.class)
	static class Mixed {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
			resolver.setAllowUriQueryParameter(true);
			// stands for a session, a certificate, a gateway's header
			http.addFilterAfter((request, response, chain) -> {
				SecurityContextHolder.getContext()
					.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("root", null,
							AuthorityUtils.createAuthorityList("ROLE_admin")));
				chain.doFilter(request, response);
			}, LogoutFilter.class);
			http.oauth2ResourceServer((server) -> server.jwt((jwt) -> {
			}).bearerTokenResolver(resolver));
			return http.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Routes.class, RoutesUser.class })
	static class Typed {

	}

	static class Routes implements RouterFunction<ServerResponse> {

		@Override
		public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
			return Optional.empty();
		}

	}

	static class RoutesUser {

		RoutesUser(Routes routes) {
		}

	}

	@RestController
	static class Admin {

		@GetMapping("/admin")
		@RequiresRole("admin")
		String admin() {
			return "admin";
		}

	}

	@RestController
	static class Open {

		@GetMapping("/open")
		@PublicAccess(reason = "test")
		String open() {
			return "open";
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order(@PathVariable String id) {
			return "order " + id;
		}

		@GetMapping("/search")
		@AnyAuthenticated(reason = "test")
		String search(@RequestParam(required = false) String q) {
			return "search";
		}

		@GetMapping("/pages/{page}")
		@PublicAccess(reason = "pages are public")
		String page(@PathVariable String page) {
			return page;
		}

		@GetMapping("/go")
		@AnyAuthenticated(reason = "test")
		void go(@RequestParam String how, HttpServletRequest request, HttpServletResponse response) throws Exception {
			if ("async".equals(how)) {
				request.startAsync().dispatch("/beside/x");
			}
			else {
				request.getRequestDispatcher("/beside/x").forward(request, response);
			}
		}

		@GetMapping("/denied")
		@AnyAuthenticated(reason = "test")
		String denied() {
			throw new AccessDeniedException("by a service");
		}

		@GetMapping("/denied-later")
		@AnyAuthenticated(reason = "test")
		Callable<String> deniedLater() {
			return () -> {
				throw new AccessDeniedException("by a service");
			};
		}

		@GetMapping("/bare")
		@AnyAuthenticated(reason = "test")
		ResponseEntity<Void> bare() {
			return ResponseEntity.status(403).build();
		}

	}

	@RestController
	@RequestScope
	@RequiresStepUp(acr = "gold")
	static class ScopedPayments {

		@PostMapping("/payments")
		@RequiresScope("payments:write")
		String pay() {
			return "paid";
		}

	}

	@RestController
	@RequiresStepUp(acr = "gold")
	static class PlainPayments {

		@PostMapping("/plain-payments")
		@RequiresScope("payments:write")
		String pay() {
			return "paid";
		}

	}

}
