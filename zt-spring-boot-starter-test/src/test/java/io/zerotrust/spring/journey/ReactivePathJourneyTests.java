package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main road of a WebFlux application: gates in a chain of the application's own, the
 * net where no chain is.
 */
class ReactivePathJourneyTests {

	/**
	 * It stands aside for chains of servlet applications alone, and would match the rest.
	 */
	private static final String BOOTS_CHAIN = "org.springframework.boot.security.oauth2.server.resource."
			+ "autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration";

	private static final AtomicInteger ran = new AtomicInteger();

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.startReactive(
				List.of("zt.uncovered=deny", "spring.autoconfigure.exclude=" + BOOTS_CHAIN), BareApplication.class,
				Chains.class, Controller.class, Advice.class, Guarded.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenScopeHeldThenServed() throws IOException {
		Answer answer = application.get("/orders/1", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("order 1");
	}

	@Test
	void getWhenNoTokenThenChallenged() throws IOException {
		int before = ran.get();
		Answer answer = application.get("/orders/1");
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("subject.missing");
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"api\"");
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(ran).hasValue(before);
	}

	@Test
	void getWhenScopeMissingThenForbidden() throws IOException {
		Answer answer = application.get("/orders/1", application.bearer("orders:write"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.scope-missing");
	}

	@Test
	void getWhenTokenForgedThenRefusedWithProblem() throws IOException {
		Answer answer = application.get("/orders/1", application.bearer(BadToken.FOREIGN_KEY, "orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).startsWith("token.");
	}

	@Test
	void getWhenAuthorizationTwiceThenRefused() throws IOException {
		Answer answer = application.get("/orders/1", application.bearer("orders:read"),
				application.bearer("orders:read"));
		assertThat(answer.code()).as("%s", answer).isEqualTo("credential.ambiguous");
	}

	@Test
	void getWhenUncoveredThenRefused() throws IOException {
		assertThat(application.get("/internal", application.bearer("orders:read")).code())
			.isEqualTo("policy.uncovered");
	}

	@Test
	void getWhenNobodyHasThePathThenNotFoundForVerifiedCallersOnly() throws IOException {
		Answer anonymous = application.get("/nothing");
		assertThat(anonymous.status()).as("%s", anonymous).isEqualTo(401);
		Answer known = application.get("/nothing", application.bearer());
		assertThat(known.status()).as("%s", known).isEqualTo(404);
	}

	@Test
	void getWhenNoChainMatchesThenNetRefuses() throws IOException {
		Answer answer = application.get("/beside", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("coverage.unguarded");
	}

	@Test
	void getWhenFunctionalRouteThenRuleOfItsBeanHolds() throws IOException {
		assertThat(application.get("/function", application.bearer("orders:write")).code())
			.isEqualTo("policy.scope-missing");
		assertThat(application.get("/function", application.bearer("functions:read")).body()).isEqualTo("function");
	}

	@Test
	void postWhenAuthenticationWeakThenSteppedUp() throws IOException {
		Answer weak = application.post("/payments", "application/json", "{}", application.bearer("payments:write"));
		assertThat(weak.status()).as("%s", weak).isEqualTo(401);
		assertThat(weak.code()).isEqualTo("step-up.required");
	}

	@Test
	void getWhenHandlerThrowsThenServerError() throws IOException {
		Answer answer = application.get("/boom", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(500);
	}

	@Test
	void getWhenPathIsNoCleanPathThenRejected() throws IOException {
		Answer answer = application.get("/orders//1", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("request.rejected");
	}

	@Test
	void getWhenOfOtherOriginThenRefusalReadable() throws IOException {
		Answer answer = application.get("/orders/1", "Origin: https://shop.example.com");
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example.com");
		Answer served = application.get("/orders/1", "Origin: https://shop.example.com",
				application.bearer("orders:read"));
		assertThat(served.headers().get("access-control-allow-origin")).containsExactly("https://shop.example.com");
	}

	@Test
	void getWhenSpringDeniesThenItsAnswerSaysWhy() throws IOException {
		Answer answer = application.get("/denied", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
	}

	@Test
	void getWhenGuardedServiceRefusesThenNoAdviceSwallowsIt() throws IOException {
		Answer answer = application.get("/served", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.scope-missing");
		assertThat(application.get("/served", application.bearer("orders:read", "orders:serve")).body())
			.isEqualTo("served");
	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<String> swallow(Exception ex) throws Exception {
			if (ex instanceof AuthorizationDeniedException) {
				throw ex;
			}
			return (ex instanceof IllegalStateException) ? ResponseEntity.internalServerError().body("swallowed")
					: ResponseEntity.ok("swallowed");
		}

	}

	@Service
	static class Guarded {

		@RequiresScope("orders:serve")
		String serve() {
			return "served";
		}

	}

	@RestController
	static class Controller {

		private final Guarded guarded;

		Controller(Guarded guarded) {
			this.guarded = guarded;
		}

		@GetMapping("/served")
		@RequiresScope("orders:read")
		String served() {
			return this.guarded.serve();
		}

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		@CrossOrigin("https://shop.example.com")
		Mono<String> order(@PathVariable String id) {
			ran.incrementAndGet();
			return Mono.just("order " + id);
		}

		@PostMapping(path = "/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
		@RequiresScope("payments:write")
		@RequiresStepUp(acr = "gold", maxAge = 300)
		String pay() {
			return "paid";
		}

		@GetMapping("/internal")
		String internal() {
			return "internal";
		}

		@GetMapping("/boom")
		@RequiresScope("orders:read")
		String boom() {
			throw new IllegalStateException("boom");
		}

		@GetMapping("/denied")
		@RequiresScope("orders:read")
		Mono<String> denied() {
			return Mono.error(new AuthorizationDeniedException("no"));
		}

		@GetMapping("/beside")
		@PublicAccess(reason = "nobody guards it")
		String beside() {
			return "beside";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Chains {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http
				.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/orders/**", "/payments", "/internal",
						"/function", "/nothing", "/boom", "/denied", "/served"))
				.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.oauth2ResourceServer(
						(server) -> server.jwt(org.springframework.security.config.Customizer.withDefaults()))
				.build();
		}

		@Bean
		@RequiresScope("functions:read")
		RouterFunction<ServerResponse> functions() {
			return RouterFunctions.route()
				.GET("/function", (request) -> ServerResponse.ok().bodyValue("function"))
				.build();
		}

	}

}
