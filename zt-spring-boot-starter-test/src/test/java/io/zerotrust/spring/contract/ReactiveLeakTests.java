package io.zerotrust.spring.contract;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.spring.journey.Answer;
import io.zerotrust.spring.journey.MutualTls;
import io.zerotrust.spring.journey.ProofKey;
import io.zerotrust.spring.journey.Ran;
import io.zerotrust.spring.journey.RunningApplication;
import io.zerotrust.spring.test.ZtTestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where Spring Security's reactive stack lets requests through, or trips over them. The
 * same application runs with zt and without: each test shows the leak beside its end.
 */
class ReactiveLeakTests {

	private static final ProofKey KEY = ProofKey.create();

	/**
	 * It asks for chains of a servlet application before it stands aside, so it would
	 * match what the chains here leave out.
	 */
	private static final String BOOTS_CHAIN = "org.springframework.boot.security.oauth2.server.resource."
			+ "autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration";

	private static RunningApplication guarded;

	private static RunningApplication plain;

	@BeforeAll
	static void start() {
		guarded = start("spring.autoconfigure.exclude=" + BOOTS_CHAIN);
		plain = start("spring.autoconfigure.exclude=" + BOOTS_CHAIN + "," + String.join(",", ztAutoConfigurations()));
	}

	private static RunningApplication start(String excluding) {
		List<String> properties = new ArrayList<>(MutualTls.PROPERTIES);
		properties.add(excluding);
		return RunningApplication.startReactive(properties, Api.class);
	}

	private static List<String> ztAutoConfigurations() {
		return Stream
			.of(ImportCandidates.load(AutoConfiguration.class, ReactiveLeakTests.class.getClassLoader())
				.getCandidates()
				.toArray(String[]::new))
			.filter((name) -> name.startsWith("io.zerotrust.spring.autoconfigure"))
			.toList();
	}

	@AfterAll
	static void stop() {
		guarded.close();
		plain.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@Test
	void plainHasNoZt() {
		assertThat(guarded.context().containsBean("ztDispatchGuard")).isTrue();
		assertThat(plain.context().getBeanDefinitionNames()).noneMatch((name) -> name.startsWith("ztDispatchGuard"));
	}

	@Test
	void getWhenChainHasNoRulesThenRefused() throws IOException {
		assertLeaks("/bare/orders");
		assertRefused(get(guarded, "/bare/orders"), 401, "subject.missing");
		assertRefused(get(guarded, "/bare/orders", bearer(guarded, "other")), 403, "policy.scope-missing");
	}

	// nobody translates the exception there
	@Test
	void getWhenDeniedInChainWithoutRulesThenForbiddenAndNoError() throws IOException {
		assertThat(get(plain, "/bare/denied", bearer(plain, "orders:read")).status()).isEqualTo(500);
		assertRefused(get(guarded, "/bare/denied", bearer(guarded, "orders:read")), 403, "spring.access-denied");
	}

	// a rule of ours for any exchange would forbid the application's
	@Test
	void getWhenChainEndsInAnyExchangeThenItHolds() throws IOException {
		assertLeaks("/free/orders");
		assertRefused(get(guarded, "/free/orders"), 401, "subject.missing");
		assertThat(get(guarded, "/free/orders", bearer(guarded, "orders:read")).status()).isEqualTo(200);
		assertThat(get(guarded, "/api/orders", bearer(guarded, "orders:read")).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/raw/orders" })
	void getWhenNoGateIsInTheWayThenNetRefuses(String path) throws IOException {
		assertLeaks(path);
		assertRefused(get(guarded, path), 403, "coverage.unguarded");
		assertRefused(get(guarded, path, bearer(guarded, "orders:read")), 403, "coverage.unguarded");
	}

	@Test
	void getWhenBoundTokenIsSentAsBearerThenRefused() throws IOException {
		assertThat(get(plain, "/api/orders", "Authorization: Bearer " + bound(plain)).status()).isEqualTo(200);
		Ran.take();
		assertRefused(get(guarded, "/api/orders", "Authorization: Bearer " + bound(guarded)), 401,
				"token.binding-missing");
	}

	@Test
	void getWhenDpopThenAcceptedWithProofAlone() throws IOException {
		// not looked at: nobody, who may pass, and everybody with a proof, who may not
		assertThat(get(plain, "/free/orders", "Authorization: DPoP nonsense").status()).isEqualTo(200);
		assertThat(get(plain, "/api/orders", proven(plain, "/api/orders")).status()).isEqualTo(401);
		Ran.take();
		assertRefused(get(guarded, "/free/orders", "Authorization: DPoP nonsense"), 401, "token.malformed");
		assertRefused(get(guarded, "/free/orders", "Authorization: DPoP " + bound(guarded)), 401, "dpop.proof-missing");
		assertRefused(get(guarded, "/api/orders", proven(guarded, "/free/orders")), 401, "dpop.uri");
		assertThat(get(guarded, "/api/orders", proven(guarded, "/api/orders")).status()).isEqualTo(200);
	}

	@Test
	void getWhenTokenIsBoundToACertificateThenThatOneIsNeeded() throws IOException {
		for (String who : List.of("clerk", "stranger", "")) {
			assertThat(MutualTls.get(plain, who, "/api/orders", certified(plain)).status()).isEqualTo(200);
		}
		Ran.take();
		assertRefused(MutualTls.get(guarded, "stranger", "/api/orders", certified(guarded)), 401,
				"token.binding-mismatch");
		assertRefused(MutualTls.get(guarded, "", "/api/orders", certified(guarded)), 401, "token.binding-missing");
		assertThat(MutualTls.get(guarded, "clerk", "/api/orders", certified(guarded)).status()).isEqualTo(200);
	}

	@Test
	void getWhenMetadataIsAskedForThenTold() throws IOException {
		String path = "/.well-known/oauth-protected-resource";
		assertThat(get(plain, path).status()).isEqualTo(404);
		Answer answer = get(guarded, path);
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).contains("\"resource\":", "idp.example.com");
	}

	@Test
	void getWhenLoginIsWeakThenChallenged() throws IOException {
		assertThat(get(plain, "/api/strong", bearer(plain, "orders:read")).status()).isEqualTo(200);
		Ran.take();
		Answer answer = get(guarded, "/api/strong", bearer(guarded, "orders:read"));
		assertRefused(answer, 401, "step-up.required");
		assertThat(answer.header("WWW-Authenticate")).contains("insufficient_user_authentication",
				"acr_values=\"gold\"");
		assertThat(get(guarded, "/api/strong", bearer(guarded, "orders:read acr=gold")).status()).isEqualTo(200);
	}

	private static void assertLeaks(String path) throws IOException {
		assertThat(get(plain, path).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("orders");
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status() + " " + answer.code()).as("%s", answer).isEqualTo(status + " " + code);
		assertThat(Ran.take()).isEmpty();
	}

	private static Answer get(RunningApplication application, String path, String... headers) throws IOException {
		try (Socket socket = MutualTls.connect(application, "")) {
			return RunningApplication.exchange(socket, "GET", path, "", headers);
		}
	}

	private static String bearer(RunningApplication application, String words) {
		return "Authorization: Bearer " + Tokens.good(application, words);
	}

	private static String bound(RunningApplication application) {
		return application.token().scopes("orders:read").claim("cnf", KEY.confirmation()).mint();
	}

	private static String certified(RunningApplication application) {
		return "Authorization: Bearer " + Tokens.bound(application, "clerk orders:read");
	}

	private static String[] proven(RunningApplication application, String path) {
		String token = bound(application);
		String url = "https://localhost:" + application.port() + path;
		return new String[] { "Authorization: DPoP " + token, "DPoP: " + KEY.proof("GET", url, token, Map.of()) };
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		/**
		 * The profile of RFC 9068, as Spring checks it: without a look at the binding.
		 */
		@Bean
		ReactiveJwtDecoder decoder(ZtTestIssuer issuer) throws JOSEException {
			NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder
				.withPublicKey(issuer.publicKeys().getKeys().get(0).toRSAKey().toRSAPublicKey())
				.validateType(false)
				.build();
			decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
				.audience(issuer.audience())
				.issuer(issuer.issuer())
				.clientId("client")
				.build());
			return decoder;
		}

		@Bean
		@Order(1)
		SecurityWebFilterChain api(ServerHttpSecurity http) {
			return tokens(http, "/api/**").authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain withoutRules(ServerHttpSecurity http) {
			return tokens(http, "/bare/**").build();
		}

		@Bean
		@Order(3)
		SecurityWebFilterChain permittingAll(ServerHttpSecurity http) {
			return tokens(http, "/free/**").authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.build();
		}

		@Bean
		@Order(4)
		SecurityWebFilterChain handBuilt() {
			WebFilter nothing = (exchange, chain) -> chain.filter(exchange);
			return new MatcherSecurityWebFilterChain(new PathPatternParserServerWebExchangeMatcher("/raw/**"),
					List.of(nothing));
		}

		@Bean
		@Order(5)
		SecurityWebFilterChain metadata(ServerHttpSecurity http) {
			return tokens(http, "/.well-known/**").build();
		}

		private static ServerHttpSecurity tokens(ServerHttpSecurity http, String pattern) {
			http.securityMatcher(new PathPatternParserServerWebExchangeMatcher(pattern)).csrf(CsrfSpec::disable);
			return http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
		}

	}

	@RestController
	static class Controller {

		@GetMapping({ "/orders", "/raw/orders", "/bare/orders", "/free/orders", "/api/orders" })
		@RequiresScope("orders:read")
		Mono<String> orders() {
			return Mono.fromSupplier(() -> Ran.record("orders"));
		}

		@GetMapping("/bare/denied")
		@AnyAuthenticated(reason = "the handler decides")
		Mono<String> denied() {
			return Mono.error(() -> new AccessDeniedException("no"));
		}

		@GetMapping("/api/strong")
		@RequiresScope("orders:read")
		@RequiresStepUp(acr = "gold")
		Mono<String> strong() {
			return Mono.fromSupplier(() -> Ran.record("strong"));
		}

	}

}
