package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What answers behind the security filters without being a ruled handler: filters, web
 * socket handshakes, servlets beside, and refusals that do not come from zt.
 */
class BehindSecurityJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(BehindSecurityApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenFilterBehindAnswersUnknownPathThenRefused() throws IOException {
		Answer answer = application.get("/hooks/run", application.bearer());
		assertThat(answer.status()).as("%s", answer).isIn(403, 404);
	}

	@Test
	void optionsWhenFormedLikePreFlightThenNoFilterBehindAnswersTheAnonymous() throws IOException {
		Answer answer = application.send("OPTIONS", "/hooks/run", "Origin: https://evil.example",
				"Access-Control-Request-Method: GET");
		assertThat(answer.status()).as("%s", answer).isNotEqualTo(299);
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
	void getWhenAsynchronouslyDispatchedToServletBesideThenRefused() throws IOException {
		assertThat(application.get("/beside/x", application.bearer()).code()).isEqualTo("policy.uncovered");
		Answer forwarded = application.get("/go?how=forward", application.bearer());
		assertThat(forwarded.body()).as("%s", forwarded).doesNotContain("beside");
		Answer answer = application.get("/go?how=async", application.bearer());
		assertThat(answer.body()).as("%s", answer).doesNotContain("beside");
	}

	@Test
	void getWhenAccessDeniedAsynchronouslyThenRefusalIsCompleted() throws IOException {
		Answer direct = application.get("/denied", application.bearer());
		assertThat(direct.code()).as("%s", direct).isEqualTo("spring.access-denied");
		Answer answer = application.get("/denied-later", application.bearer());
		assertThat(answer.code()).as("%s", answer).isEqualTo("spring.access-denied");
	}

	@Test
	void getWhenHandlerAnswersBare403ThenItIsNotSpringsRefusal() throws IOException {
		Answer answer = application.get("/bare", application.bearer());
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).as("%s", answer).isEmpty();
	}

}
