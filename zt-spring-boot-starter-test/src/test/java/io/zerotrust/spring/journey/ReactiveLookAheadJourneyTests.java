package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The gates of a WebFlux application look ahead at what a request will lead to. Nothing
 * of that is to be seen by the handler or in the answer, and no refusal gets lost.
 */
class ReactiveLookAheadJourneyTests {

	private static RunningApplication application;

	private static RunningApplication behind;

	@BeforeAll
	static void start() {
		application = RunningApplication.startReactive(List.of("zt.credentials.session=/site/**"), Api.class);
		behind = RunningApplication.startReactive(List.of("server.forward-headers-strategy=framework",
				"zt.client-address.source=x-forwarded-for", "zt.client-address.trusted-proxies=10.0.0.0/8",
				"zt.token.mtls.source=client-cert", "zt.credentials.session=/site/**"), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
		behind.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://[", "://", "http://a:b:c", "%", "null" })
	void getWhenOriginIsNoneThenRefusedAllTheSame(String origin) throws IOException {
		Answer answer = application.get("/stream", "Origin: " + origin);
		assertThat(answer.status() + " " + answer.code()).as("%s", answer).isEqualTo("401 subject.missing");
	}

	@Test
	void getWhenMethodRefusesBehindFirstElementThenAnswerDoesNotEndWell() {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + application.port() + "/stream"))
			.header("Authorization", "Bearer " + application.token().scopes("orders:read").mint())
			.build();
		assertThatIOException().isThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
	}

	@Test
	void postWhenBodyDecidesThenGuardDecidesAndHandlerHasTheBody() throws IOException {
		assertThat(application.post("/body", "text/plain", "order").code()).isEqualTo("subject.missing");
		assertThat(application.post("/body", "text/plain", "order", application.bearer("other")).code())
			.isEqualTo("policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		Answer answer = application.post("/body", "text/plain", "order", application.bearer("orders:write"));
		assertThat(answer.body()).as("%s", answer).isEqualTo("by body");
	}

	@Test
	void postWhenFormDecidesThenNothingReadsItForStrangers() throws IOException {
		Answer stranger = application.post("/form", "application/x-www-form-urlencoded", "what=order");
		assertThat(stranger.code()).as("%s", stranger).isEqualTo("subject.missing");
		assertThat(Ran.take()).isEmpty();
		Answer answer = application.post("/form", "application/x-www-form-urlencoded", "what=order",
				application.bearer("orders:write"));
		assertThat(answer.body()).as("%s", answer).isEqualTo("by form");
	}

	@Test
	void getWhenMappingAnswersThenOnceAndNotToStrangers() throws IOException {
		assertThat(application.get("/stream").header("Set-Cookie")).isNull();
		Answer answer = application.get("/shared", application.bearer("orders:read"));
		assertThat(answer.headers().get("set-cookie")).as("%s", answer).hasSize(1);
	}

	@Test
	void getWhenContextIsLoadedAnewEachTimeThenStillSession() throws IOException {
		Answer answer = application.get("/site/home", "Cookie: user=clerk");
		assertThat(answer.body()).as("%s", answer).isEqualTo("home");
		assertThat(application.get("/site/home", "Cookie: user=clerk", application.bearer()).code())
			.isEqualTo("credential.mixed");
		assertThat(application.get("/site/home").status()).isEqualTo(401);
	}

	@Test
	void getWhenForeignOriginThenForbiddenAndNotUncovered() throws IOException {
		Answer answer = application.get("/shared", application.bearer("orders:read"), "Origin: https://evil.example");
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).as("%s", answer).isNotEqualTo("policy.uncovered");
		assertThat(Ran.take()).isEmpty();
	}

	// filters behind the gates may make another request of it
	@Test
	void getWhenFilterMakesAnotherRequestThenDecidedAnew() throws IOException {
		assertThat(application.get("/open").body()).isEqualTo("open");
		Ran.take();
		assertThat(application.get("/open", "X-Rewrite-Path: /shared").code()).isEqualTo("subject.missing");
		assertThat(application.get("/open", "X-Rewrite-Method: POST").code()).isEqualTo("subject.missing");
		assertThat(application.get("/open", "X-Rewrite-Path: /shared", application.bearer("other")).code())
			.isEqualTo("policy.scope-missing");
		assertThat(application
			.send("OPTIONS", "/open", "X-Rewrite-Method: POST", "Origin: https://shop.example.com",
					"Access-Control-Request-Method: GET")
			.code()).isEqualTo("subject.missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void getWhenTransformerReadsForwardedHeadersThenNobodyIsAProxyByThem() throws IOException {
		String bound = MutualTls.boundTo(behind, "clerk");
		Answer answer = behind.get("/any", bound, MutualTls.header("clerk"), "X-Forwarded-For: 10.0.0.1");
		assertThat(answer.code()).as("%s", answer).isEqualTo("token.binding-missing");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, Guarded.class })
	static class Api {

		@Bean
		@RequiresScope("orders:write")
		RouterFunction<ServerResponse> byBody() {
			return RouterFunctions.route()
				.add((request) -> request.path().equals("/body") ? request.bodyToMono(String.class)
					.filter("order"::equals)
					.map((body) -> (any) -> answer("body")) : Mono.empty())
				.add((request) -> request.path().equals("/form") ? request.formData()
					.filter((form) -> form.containsKey("what"))
					.doOnNext((form) -> Ran.record("read"))
					.map((form) -> (any) -> answer("form")) : Mono.empty())
				.build();
		}

		private static Mono<ServerResponse> answer(String what) {
			return ServerResponse.ok().bodyValue("by " + what);
		}

		@Bean
		WebFilter rewriting() {
			return (exchange, chain) -> {
				HttpHeaders headers = exchange.getRequest().getHeaders();
				String path = headers.getFirst("X-Rewrite-Path");
				String method = headers.getFirst("X-Rewrite-Method");
				ServerHttpRequest.Builder request = exchange.getRequest().mutate();
				if (path != null) {
					request.path(path);
				}
				if (method != null) {
					request.method(HttpMethod.valueOf(method));
				}
				return chain.filter(exchange.mutate().request(request.build()).build());
			};
		}

		/**
		 * Not the one of Spring Boot, but made of the same filters.
		 */
		@Bean
		HttpHandler own(ApplicationContext context) {
			return WebHttpHandlerBuilder.applicationContext(context).build();
		}

		@Bean
		HandlerMapping marking() {
			return new Marking();
		}

		@Bean
		@Order(1)
		SecurityWebFilterChain site(ServerHttpSecurity http) {
			return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/site/**"))
				.securityContextRepository(new CookieContexts())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain tokens(ServerHttpSecurity http) {
			return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

	}

	/**
	 * Marks what it is asked for, and has no handler.
	 */
	static class Marking implements HandlerMapping, Ordered {

		@Override
		public int getOrder() {
			return -10;
		}

		@Override
		public Mono<Object> getHandler(ServerWebExchange exchange) {
			exchange.getResponse().addCookie(ResponseCookie.from("seen", "1").build());
			return Mono.empty();
		}

	}

	/**
	 * Makes a context each time it is asked for one.
	 */
	static class CookieContexts implements ServerSecurityContextRepository {

		@Override
		public Mono<Void> save(ServerWebExchange exchange, SecurityContext context) {
			return Mono.empty();
		}

		@Override
		public Mono<SecurityContext> load(ServerWebExchange exchange) {
			return Mono.justOrEmpty(exchange.getRequest().getCookies().getFirst("user"))
				.map((cookie) -> new SecurityContextImpl(UsernamePasswordAuthenticationToken
					.authenticated(cookie.getValue(), null, AuthorityUtils.createAuthorityList("ROLE_clerk"))));
		}

	}

	@Service
	static class Guarded {

		@RequiresScope("admin")
		String secret() {
			return "secret";
		}

	}

	@RestController
	static class Controller {

		private final Guarded guarded;

		Controller(Guarded guarded) {
			this.guarded = guarded;
		}

		@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		@RequiresScope("orders:read")
		Flux<String> stream() {
			return Flux.concat(Mono.just("first"), Mono.fromSupplier(this.guarded::secret));
		}

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return Ran.record("open");
		}

		@PostMapping("/open")
		@RequiresScope("orders:write")
		String write() {
			return Ran.record("write");
		}

		@GetMapping("/shared")
		@CrossOrigin("https://shop.example.com")
		@RequiresScope("orders:read")
		String shared() {
			return Ran.record("shared");
		}

		@GetMapping("/site/home")
		@RequiresRole("clerk")
		String home() {
			return "home";
		}

	}

}
