package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationStore;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opaque tokens of a WebFlux application, and an issuer that behaves in every way.
 */
class ReactiveIntrospectionJourneyTests {

	private static final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private static final ProofKey KEY = ProofKey.create();

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		server.start();
		application = RunningApplication.startReactive(IntrospectionJourneyTests.properties(server,
				"zt.token.introspection.timeout=700ms", "zt.token.introspection.max-waiting=2"), StepUpApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
		server.stop();
	}

	@BeforeEach
	void reset() {
		server.resetAll();
	}

	@Tag("IN2")
	@Tag("IN3")
	@Test
	void getWhenIssuerAnswersThenItsWordCounts() throws IOException {
		answer("good", okJson(active("")));
		assertThat(application.get("/orders", bearer("good")).status()).isEqualTo(200);
		answer("gone", okJson("{\"active\":false}"));
		assertRefused(application.get("/orders", bearer("gone")), 401, "token.inactive");
		assertRefused(application.get("/open", bearer("gone")), 401, "token.inactive");
		assertRefused(application.get("/orders", proven("gone")), 401, "token.inactive");
		answer("bound", okJson(active("\"cnf\":{\"jkt\":\"" + KEY.confirmation().get("jkt") + "\"}")));
		assertRefused(application.get("/orders", bearer("bound")), 401, "token.binding-missing");
		assertThat(application.get("/orders", proven("bound")).status()).isEqualTo(200);
	}

	// no word about the token, however it fails: an outage, for proven tokens too
	@Test
	void getWhenIssuerSaysNothingUsableThenUnavailable() throws IOException {
		answer("sick", aResponse().withStatus(500));
		answer("html", aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody("<html>"));
		answer("moved", aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
		answer("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		answer("huge", okJson("{\"a\":\"" + "x".repeat(200_000) + "\"}"));
		answer("dripping", okJson(active("")).withChunkedDribbleDelay(10, 5000));
		for (String token : List.of("sick", "html", "moved", "reset", "huge", "dripping")) {
			Answer answer = application.get("/orders", bearer(token));
			assertRefused(answer, 503, "token.verifier-unavailable");
			assertThat(answer.header("cache-control")).contains("no-store");
			assertThat(answer.toString()).doesNotContain("introspect");
			assertRefused(application.get("/open", proven(token)), 503, "token.verifier-unavailable");
		}
	}

	@Test
	void getWhenIssuerHangsThenFewWaitAndTheOthersHearAtOnce() {
		answer("hanging", okJson("{}").withFixedDelay(3000));
		List<CompletableFuture<Answer>> answers = List.of(later("hanging"), later("hanging"), later("hanging"),
				later("hanging"));
		CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).orTimeout(600, TimeUnit.MILLISECONDS).join();
		for (CompletableFuture<Answer> answer : answers) {
			assertRefused(answer.join(), 503, "token.verifier-unavailable");
		}
	}

	// they could fill the log with errors, or keep the places of others
	@Test
	void getWhenCallersGoAwayThenNoErrorIsLeftAndOthersAreServed() throws Exception {
		List<Throwable> dropped = new CopyOnWriteArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		try {
			answer("left", okJson("{\"active\":false}").withFixedDelay(300));
			for (int i = 0; i < 2; i++) {
				try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
					socket.getOutputStream()
						.write(("GET /orders HTTP/1.1\r\nHost: a\r\n" + bearer("left" + i) + "\r\n\r\n")
							.getBytes(StandardCharsets.US_ASCII));
					socket.getOutputStream().flush();
					Thread.sleep(100);
				}
			}
			answer("stayed", okJson(active("")));
			// their places are free again at the latest when the answer is overdue
			Instant end = Instant.now().plusSeconds(10);
			Answer stayed = application.get("/orders", bearer("stayed"));
			while (stayed.status() != 200 && Instant.now().isBefore(end)) {
				Thread.sleep(50);
				stayed = application.get("/orders", bearer("stayed"));
			}
			assertThat(stayed.status()).as("%s", stayed).isEqualTo(200);
			assertThat(dropped).isEmpty();
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	@Test
	void getWhenRevokedHereThenRefusedThoughTheIssuerStillSaysActive() throws IOException {
		answer("mine", okJson(active("\"sub\":\"carol\"")));
		assertThat(application.get("/orders", bearer("mine")).status()).isEqualTo(200);
		RevocationStore store = application.context().getBean(RevocationStore.class);
		store.revoke(Revocation.ofSubject(IntrospectionJourneyTests.ISSUER, "carol", Instant.now(), "stolen"));
		assertRefused(application.get("/orders", bearer("mine")), 401, "token.revoked");
	}

	private static CompletableFuture<Answer> later(String token) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return application.get("/orders", bearer(token));
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> new Thread(task).start());
	}

	private static void answer(String token, ResponseDefinitionBuilder response) {
		server.stubFor(
				post(urlEqualTo("/introspect")).withRequestBody(containing("token=" + token)).willReturn(response));
	}

	private static String active(String member) {
		return IntrospectionJourneyTests.active(member);
	}

	private static String bearer(String token) {
		return "Authorization: Bearer " + token;
	}

	private static String[] proven(String token) {
		return KEY.headers("GET", "http://localhost:" + application.port() + "/orders", token);
	}

}
