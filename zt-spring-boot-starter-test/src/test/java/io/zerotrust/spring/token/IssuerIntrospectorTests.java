package io.zerotrust.spring.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;

import io.zerotrust.spring.MovableClock;
import io.zerotrust.spring.token.IntrospectionListener.Outcome;
import io.zerotrust.spring.token.TokenIssuer.Introspection;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.revocation.Revocation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IssuerIntrospectorTests {

	private static final String ISSUER = "https://idp.example.com";

	private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

	private static final int WAITING = 8;

	private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final MovableClock clock = new MovableClock(NOW);

	private final List<Outcome> outcomes = new ArrayList<>();

	private IssuerIntrospector introspector;

	@BeforeEach
	void start() {
		this.server.start();
		this.introspector = introspector(Duration.ofSeconds(30), 100);
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Tag("IN1")
	@Test
	void introspectWhenAskedThenPostsTheTokenAndSaysWhoAsks() {
		answer(okJson(active("")));
		this.introspector.introspect("a+b/c=~");
		String basic = Base64.getEncoder().encodeToString("or%3Aders:s%26cret+%25".getBytes(StandardCharsets.US_ASCII));
		this.server.verify(1,
				postRequestedFor(urlEqualTo("/introspect")).withHeader("Authorization", equalTo("Basic " + basic))
					.withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
					.withHeader("Accept", equalTo("application/json"))
					.withRequestBody(equalTo("token=a%2Bb%2Fc%3D%7E&token_type_hint=access_token")));
	}

	@Tag("IN3")
	@Test
	void introspectWhenActiveThenMembersHaveTheTypesOfSpring() {
		answer(okJson(active(
				",\"iss\":\"" + ISSUER + "\",\"aud\":\"orders\",\"scope\":\"a  b\",\"client_id\":\"shop\",\"nbf\":"
						+ NOW.getEpochSecond() + ",\"acr\":\"gold\",\"auth_time\":" + NOW.getEpochSecond()
						+ ",\"amr\":[\"otp\"],\"cnf\":{\"x5t#S256\":\"abc\"},\"token_type\":\"DPoP\"")));
		OAuth2AuthenticatedPrincipal principal = this.introspector.introspect("token");
		Map<String, Object> claims = principal.getAttributes();
		assertThat(principal.getName()).isEqualTo("alice");
		assertThat(claims).containsEntry("iss", ISSUER)
			.containsEntry("aud", List.of("orders"))
			.containsEntry("scope", List.of("a", "b"))
			.containsEntry("exp", NOW.plusSeconds(600))
			.containsEntry("iat", NOW)
			.containsEntry("nbf", NOW)
			.containsEntry("client_id", "shop")
			.containsEntry("acr", "gold")
			.containsEntry("auth_time", NOW.getEpochSecond())
			.containsEntry("amr", List.of("otp"))
			.containsEntry("cnf", Map.of("x5t#S256", "abc"));
		assertThat(principal.getAuthorities()).extracting(Object::toString).containsExactly("SCOPE_a", "SCOPE_b");
	}

	// whoever goes away takes the answer from nobody, and a late one is no error
	@Test
	void introspectWhenACallerGoesAwayThenTheOthersGetTheAnswer() {
		List<Throwable> dropped = new CopyOnWriteArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		try {
			ReactiveIssuerIntrospector reactive = new ReactiveIssuerIntrospector(this.introspector);
			answer(okJson(active("")).withFixedDelay(200));
			Disposable gone = reactive.introspect("token").subscribe();
			Mono<OAuth2AuthenticatedPrincipal> staying = reactive.introspect("token").cache();
			staying.subscribe();
			gone.dispose();
			assertThat(staying.block(Duration.ofSeconds(10))).isNotNull();
			assertThat(this.outcomes).containsExactly(Outcome.ACTIVE);
			answer(okJson("{\"active\":false}").withFixedDelay(200));
			for (int i = 0; i < WAITING; i++) {
				reactive.introspect("late" + i).subscribe().dispose();
			}
			// nobody waits any more; places are free again once the answers are there
			Mono.defer(() -> reactive.introspect("next"))
				.retryWhen(Retry.fixedDelay(100, Duration.ofMillis(50))
					.filter((failure) -> !(failure instanceof BadOpaqueTokenException)))
				.onErrorComplete(BadOpaqueTokenException.class)
				.block(Duration.ofSeconds(10));
			assertThat(dropped).isEmpty();
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	@Tag("IN3")
	@Test
	void introspectWhenIssuerIsAbsentThenTheOneAskedIsMeantAndAnotherIsRefused() {
		answer(okJson(active("")));
		assertThat(this.introspector.introspect("t1").<String>getAttribute("iss")).isEqualTo(ISSUER);
		for (String other : List.of("\"https://evil.example.com\"", "\"" + ISSUER + "/\"", "\"\"",
				"[\"" + ISSUER + "\"]")) {
			answer(okJson(active(",\"iss\":" + other)));
			assertRefused("other" + other.hashCode(), "token.issuer");
		}
	}

	@Tag("IN2")
	@ParameterizedTest
	@ValueSource(strings = { "{\"active\":false}", "{\"active\":false,\"sub\":\"alice\",\"scope\":\"a\"}" })
	void introspectWhenInactiveThenRefused(String body) {
		answer(okJson(body));
		assertRefused("token", "token.inactive");
		assertThat(this.outcomes).containsExactly(Outcome.INACTIVE);
	}

	static List<ResponseDefinitionBuilder> unusable() {
		String good = active("");
		return List.of(okJson("{}"), okJson(""), okJson("null"), okJson("[]"), okJson("true"),
				okJson(good.replace("true", "\"true\"")), okJson(good.replace("true", "1")),
				okJson(good.replace("true", "null")), okJson(good.replace("true", "[true]")),
				okJson(good.replace("true", "TRUE")), okJson(good + good), okJson(good + " x"),
				okJson(good.substring(0, good.length() - 1)), okJson("{\"active\":false," + good.substring(1)),
				okJson(active(",\"active\":true")), okJson(active(",\"cnf\":{\"jkt\":\"a\",\"jkt\":\"b\"}")),
				okJson(active(",\"sub\":null")), okJson(active(",\"x\":" + "[".repeat(5000) + "]".repeat(5000))),
				okJson(active(",\"pad\":\"" + "x".repeat(70_000) + "\"")), okJson("// c\n" + good),
				okJson(good.replace('"', '\'')), okJson(active(",\"n\":" + "9".repeat(400))),
				aResponse().withStatus(200).withBody(good),
				aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody(good),
				aResponse().withStatus(200).withHeader("Content-Type", "nonsense").withBody(good),
				aResponse().withStatus(200)
					.withHeader("Content-Type", "application/token-introspection+jwt")
					.withBody(good),
				aResponse().withStatus(200)
					.withHeader("Content-Type", "application/json")
					.withBody(new byte[] { '{', (byte) 0xff, '}' }),
				aResponse().withStatus(201).withHeader("Content-Type", "application/json").withBody(good),
				aResponse().withStatus(204), aResponse().withStatus(400).withBody(good),
				aResponse().withStatus(401).withHeader("Content-Type", "application/json").withBody(good),
				aResponse().withStatus(403), aResponse().withStatus(500).withBody(good), aResponse().withStatus(503),
				aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), aResponse().withFault(Fault.EMPTY_RESPONSE),
				aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
	}

	@Tag("IN2")
	@ParameterizedTest
	@MethodSource("unusable")
	void introspectWhenAnswerCannotBeBelievedThenUnavailableAndNothingIsKept(ResponseDefinitionBuilder response) {
		answer(response);
		assertUnavailable("token");
		assertThat(this.outcomes).containsExactly(Outcome.FAILED);
		answer(okJson(active("")));
		assertThat(this.introspector.introspect("token").getName()).isEqualTo("alice");
	}

	@Tag("IN2")
	@Test
	void introspectWhenAnswerIsSlowThenUnavailableInTime() {
		answer(okJson(active("")).withFixedDelay(5_000));
		assertUnavailableWithin(Duration.ofSeconds(3));
		answer(okJson(active("")).withChunkedDribbleDelay(20, 5_000));
		assertUnavailableWithin(Duration.ofSeconds(3));
	}

	private void assertUnavailableWithin(Duration most) {
		long start = System.nanoTime();
		assertUnavailable("token");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(most);
	}

	@Tag("IN2")
	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 307, 308 })
	void introspectWhenSentElsewhereThenDoesNotGoThere(int status) {
		this.server.stubFor(post(urlEqualTo("/elsewhere")).willReturn(okJson(active(""))));
		answer(aResponse().withStatus(status).withHeader("Location", this.server.baseUrl() + "/elsewhere"));
		assertUnavailable("token");
		this.server.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
	}

	@Tag("IN5")
	@Test
	void introspectWhenCertificateIsNobodysThenUnavailable() {
		WireMockServer self = new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
		self.start();
		try {
			self.stubFor(post(urlEqualTo("/introspect")).willReturn(okJson(active(""))));
			IssuerIntrospector secure = introspector("https://localhost:" + self.httpsPort() + "/introspect",
					Duration.ofSeconds(30), 100);
			assertThatExceptionOfType(OAuth2IntrospectionException.class).isThrownBy(() -> secure.introspect("token"))
				.withMessageContaining("SSL");
			self.verify(0, postRequestedFor(urlEqualTo("/introspect")));
		}
		finally {
			self.stop();
		}
	}

	@Tag("IN3")
	@ParameterizedTest
	@ValueSource(strings = { ",\"token_type\":\"refresh_token\"", ",\"token_type\":\"N_A\"", ",\"token_type\":1",
			",\"token_use\":\"refresh_token\"" })
	void introspectWhenItIsNoAccessTokenThenRefused(String member) {
		answer(okJson(active(member)));
		assertRefused("token", "token.type");
	}

	@Tag("IN4")
	@Test
	void introspectWhenAskedAgainThenBelievedForAWhileAndNeverBeyondTheEnd() {
		answer(okJson(active("")));
		this.introspector.introspect("token");
		this.clock.move(Duration.ofSeconds(30).minusNanos(1));
		this.introspector.introspect("token");
		verifyCalls(1);
		this.clock.move(Duration.ofNanos(1));
		answer(okJson(active("").replace(String.valueOf(NOW.plusSeconds(600).getEpochSecond()),
				String.valueOf(NOW.plusSeconds(40).getEpochSecond()))));
		this.introspector.introspect("token");
		verifyCalls(2);
		this.clock.move(Duration.ofSeconds(10));
		answer(okJson("{\"active\":false}"));
		assertRefused("token", "token.inactive");
		verifyCalls(3);
	}

	@Tag("IN4")
	@Test
	void introspectWhenIssuerIsAwayThenNothingIsBelievedLonger() {
		answer(okJson(active("")));
		this.introspector.introspect("token");
		answer(aResponse().withStatus(500));
		this.clock.move(Duration.ofSeconds(29));
		this.introspector.introspect("token");
		this.clock.move(Duration.ofSeconds(1));
		assertUnavailable("token");
		assertUnavailable("token");
	}

	@Tag("IN4")
	@Test
	void introspectWhenFloodedWithInventedTokensThenGoodOnesStayAndMemoryIsBounded() {
		this.introspector = introspector(Duration.ofSeconds(30), 20);
		answer(okJson(active("")));
		this.introspector.introspect("good");
		answer(okJson("{\"active\":false}"));
		for (int i = 0; i < 200; i++) {
			assertRefused("invented" + i, "token.inactive");
		}
		assertThat(this.introspector.keptInactive()).isLessThanOrEqualTo(20);
		assertThat(this.introspector.keptActive()).isEqualTo(1);
		assertThat(this.introspector.introspect("good").getName()).isEqualTo("alice");
		verifyCalls(201);
	}

	@Tag("IN4")
	@Test
	void introspectWhenInactiveThenAskedAgainOnlyAfterAWhile() {
		answer(okJson("{\"active\":false}"));
		assertRefused("token", "token.inactive");
		assertRefused("token", "token.inactive");
		verifyCalls(1);
		this.clock.move(Duration.ofSeconds(10));
		answer(okJson(active("")));
		assertThat(this.introspector.introspect("token").getName()).isEqualTo("alice");
		verifyCalls(2);
	}

	@Test
	void introspectWhenCacheIsOffThenAskedEachTime() {
		this.introspector = introspector(Duration.ZERO, 20);
		answer(okJson(active("")));
		this.introspector.introspect("token");
		this.introspector.introspect("token");
		verifyCalls(2);
	}

	@Test
	void introspectWhenManyAskAtOnceThenOneCall() throws Exception {
		answer(okJson(active("")).withFixedDelay(300));
		ExecutorService pool = Executors.newFixedThreadPool(8);
		List<Future<String>> names = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			names.add(pool.submit(() -> this.introspector.introspect("token").getName()));
		}
		for (Future<String> name : names) {
			assertThat(name.get()).isEqualTo("alice");
		}
		verifyCalls(1);
		answer(aResponse().withStatus(500).withFixedDelay(300));
		List<Future<?>> failures = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			failures.add(pool.submit(() -> assertUnavailable("tkn2")));
		}
		for (Future<?> failure : failures) {
			failure.get();
		}
		pool.shutdown();
		assertThat(this.server.countRequestsMatching(postRequestedFor(urlEqualTo("/introspect")).build()).getCount())
			.isLessThan(8);
	}

	// invented tokens and an issuer that hangs must not hold every thread
	@Test
	void introspectWhenManyWaitForTheIssuerThenFurtherOnesDoNot() throws Exception {
		answer(okJson(active("")));
		this.introspector.introspect("kept");
		answer(okJson(active("")).withFixedDelay(800));
		List<Thread> waiting = new ArrayList<>();
		for (int i = 0; i < WAITING; i++) {
			String token = "token" + i / 2;
			Thread thread = new Thread(() -> this.introspector.introspect(token));
			waiting.add(thread);
			thread.start();
		}
		for (Thread thread : waiting) {
			while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
				assertThat(thread.isAlive()).isTrue();
				Thread.onSpinWait();
			}
		}
		long start = System.nanoTime();
		assertUnavailable("further");
		assertUnavailable("token0");
		assertThat(this.introspector.introspect("kept").getName()).isEqualTo("alice");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(400));
		for (Thread thread : waiting) {
			thread.join();
		}
		verifyCalls(1 + WAITING / 2);
		answer(okJson(active("")));
		assertThat(this.introspector.introspect("further").getName()).isEqualTo("alice");
		assertThat(this.introspector.introspect("token0").getName()).isEqualTo("alice");
	}

	@Tag("IN2")
	@Test
	void introspectionWhenIssuerTakesItsTimeThenNobodyWaitsMeanwhile() {
		answer(okJson(active("")).withFixedDelay(300));
		long start = System.nanoTime();
		CompletableFuture<OAuth2AuthenticatedPrincipal> asked = this.introspector.introspection("token")
			.toCompletableFuture();
		assertThat(asked).isNotDone();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
		assertThat(asked.join().getName()).isEqualTo("alice");
		assertThat(this.introspector.introspection("token").toCompletableFuture()).isDone();
		ReactiveIssuerIntrospector reactive = new ReactiveIssuerIntrospector(this.introspector);
		assertThat(reactive.introspect("token").map(OAuth2AuthenticatedPrincipal::getName).block()).isEqualTo("alice");
		answer(okJson("{\"active\":false}"));
		assertThatExceptionOfType(RefusedOpaqueTokenException.class)
			.isThrownBy(() -> reactive.introspect("other").block())
			.satisfies((ex) -> assertThat(ex.reason().code()).isEqualTo("token.inactive"));
		answer(aResponse().withStatus(500));
		assertThatExceptionOfType(OAuth2IntrospectionException.class)
			.isThrownBy(() -> reactive.introspect("third").block())
			.isExactlyInstanceOf(OAuth2IntrospectionException.class);
	}

	@Test
	void revokedWhenOneIsThenOnlyItsAnswersAreDropped() {
		answer(okJson(active(",\"jti\":\"t1\"")));
		this.introspector.introspect("one");
		answer(okJson(active("").replace("alice", "bob")));
		this.introspector.introspect("two");
		this.introspector.revoked(Revocation.ofSubject(ISSUER, "alice", NOW, ""));
		assertThat(this.introspector.keptActive()).isEqualTo(1);
		this.introspector.introspect("two");
		verifyCalls(2);
	}

	@Test
	void toStringWhenWrittenThenHoldsNoSecret() {
		Introspection introspection = new Introspection("https://idp.example.com/introspect", "orders", "hush", false);
		assertThat(new IntrospectionClient(introspection, Duration.ofSeconds(1), null) + "" + introspection)
			.doesNotContain("hush");
	}

	private void answer(ResponseDefinitionBuilder response) {
		this.server.stubFor(post(urlEqualTo("/introspect")).willReturn(response));
	}

	private void verifyCalls(int number) {
		this.server.verify(number, postRequestedFor(urlEqualTo("/introspect")));
	}

	private void assertRefused(String token, String code) {
		assertThatExceptionOfType(RefusedOpaqueTokenException.class)
			.isThrownBy(() -> this.introspector.introspect(token))
			.satisfies((ex) -> assertThat(ex.reason().code()).isEqualTo(code));
	}

	private void assertUnavailable(String token) {
		assertThatExceptionOfType(OAuth2IntrospectionException.class)
			.isThrownBy(() -> this.introspector.introspect(token))
			.isNotInstanceOf(BadOpaqueTokenException.class)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("cret", "tkn2", "alice"));
	}

	private IssuerIntrospector introspector(Duration cache, int size) {
		return introspector(this.server.baseUrl() + "/introspect", cache, size);
	}

	private IssuerIntrospector introspector(String uri, Duration cache, int size) {
		IntrospectionLimits limits = new IntrospectionLimits(Duration.ofSeconds(2), cache, Duration.ofSeconds(10), size,
				WAITING);
		return new IssuerIntrospector(TrustedIssuer.of(ISSUER, Set.of("orders")),
				new IntrospectionClient(new Introspection(uri, "or:ders", "s&cret %", false), limits.timeout(), null),
				limits, this.clock, (outcome, took, problem) -> {
					synchronized (this.outcomes) {
						this.outcomes.add(outcome);
					}
				});
	}

	private static String active(String more) {
		return "{\"active\":true,\"sub\":\"alice\",\"iat\":" + NOW.getEpochSecond() + ",\"exp\":"
				+ NOW.plusSeconds(600).getEpochSecond() + more + "}";
	}

}
