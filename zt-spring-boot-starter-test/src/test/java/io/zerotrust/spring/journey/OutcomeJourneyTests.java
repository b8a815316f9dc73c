package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Refusal;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What came of requests is told once, whichever way their responses end.
 */
class OutcomeJourneyTests {

	private static RunningApplication application;

	private static KeptOutcomes outcomes;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(OutcomeApi.class);
		outcomes = application.context().getBean(KeptOutcomes.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@AfterEach
	void nothingIsToldTwice() {
		assertThat(outcomes.isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "/written,200,COMPLETED,11", "/rewritten,200,COMPLETED,3", "/restarted,200,COMPLETED,4",
			"/empty,204,COMPLETED,0", "/broken,500,FAILED,0", "/gone,410,COMPLETED,0", "/callable,200,COMPLETED,8",
			"/failing,500,FAILED,0", "/late,503,TIMED_OUT,0", "/stream,200,COMPLETED,6", "/torn,200,FAILED,16384",
			"/events,200,COMPLETED,20", "/bare-async,200,COMPLETED,5", "/bare-async-uncounted,200,COMPLETED,0",
			"/include,200,COMPLETED,8", "/lines,200,COMPLETED,9", "/overruled,410,COMPLETED,0",
			"/redirected,302,COMPLETED,0", "/polled,200,COMPLETED,11" })
	void getWhenResponseEndsThenTold(String path, int status, End end, long bytes) throws IOException {
		Answer answer = application.get(path, application.bearer("special"));
		Outcome outcome = outcomes.next();
		assertThat(outcome.status()).as("%s", answer).isEqualTo(status);
		assertThat(outcome.end()).isEqualTo(end);
		assertThat(outcome.bytes()).isEqualTo(bytes);
		assertThat(outcome.evaluation().gate()).isEqualTo(Gate.ACCESS);
		assertThat(outcome.evaluation().request().resource().id()).isEqualTo(path);
		assertThat(outcome.evaluation().proven()).isTrue();
		assertThat(outcome.isSuccess()).isEqualTo(status < 400 && end == End.COMPLETED);
		assertThat(outcome.took()).isGreaterThanOrEqualTo(Duration.ZERO);
	}

	@Test
	void getWhenPathHasVariablesThenObjectsAreTold() throws IOException {
		Answer answer = application.get("/owners/7/visits/42", application.bearer());
		Outcome outcome = outcomes.next();
		assertThat(outcome.objects()).containsExactlyInAnyOrder(new TouchedObject("owners", "7"),
				new TouchedObject("visits", "42"));
		assertThat(outcome.bytes()).isEqualTo(answer.body().length());
	}

	@Test
	void postWhenCreatedThenTold() throws IOException {
		application.post("/orders", "text/plain", "tea", application.bearer());
		Outcome outcome = outcomes.next();
		assertThat(outcome.status()).isEqualTo(201);
		assertThat(outcome.bytes()).isEqualTo(3);
		assertThat(outcome.objects()).isEmpty();
	}

	@Test
	void getWhenClientGoesAwayThenToldAsFailed() throws IOException {
		String request = "GET /endless HTTP/1.1\r\nHost: localhost\r\n" + application.bearer() + "\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getInputStream().readNBytes(70_000);
		}
		Outcome outcome = outcomes.next();
		assertThat(outcome.end()).isEqualTo(End.FAILED);
		assertThat(outcome.bytes()).isGreaterThan(60_000);
		assertThat(outcome.isSuccess()).isFalse();
	}

	@Test
	void getWhenClientGoesAwayThenWriterTells() throws IOException {
		String request = "GET /endless-text HTTP/1.1\r\nHost: localhost\r\n" + application.bearer() + "\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getInputStream().readNBytes(70_000);
		}
		assertThat(outcomes.next().bytes()).isBetween(60_000L, 100_000_000L);
	}

	@Test
	void getWhenRefusedAtAccessThenToldWithTheRefusal() throws IOException {
		Answer answer = application.get("/scoped", application.bearer("other"));
		Outcome outcome = outcomes.next();
		assertThat(outcome.status()).isEqualTo(403);
		assertThat(((Refusal) outcome.evaluation().decision()).reason().code()).isEqualTo("policy.scope-missing");
		assertThat(outcome.evaluation().proven()).isTrue();
		assertThat(outcome.bytes()).isEqualTo(answer.body().length());
		assertThat(outcome.isSuccess()).isFalse();
	}

	@Test
	void getWhenForwardedThenToldOfWhatRan() throws IOException {
		application.get("/forward", application.bearer("special"));
		assertThat(outcomes.next().evaluation().request().resource().id()).isEqualTo("/scoped");
		application.get("/forward", application.bearer());
		Outcome refused = outcomes.next();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.evaluation().isPermitted()).isFalse();
	}

	@Test
	void getWhenIncludeRefusedThenTheWholeIsPermitted() throws IOException {
		application.get("/include", application.bearer());
		Outcome outcome = outcomes.next();
		assertThat(outcome.status()).isEqualTo(200);
		assertThat(outcome.bytes()).isEqualTo(2);
		assertThat(outcome.evaluation().isPermitted()).isTrue();
	}

	// who must log in again has done nothing wrong
	@Test
	void getWhenGuardedMethodRefusesThenToldWithItsRefusal() throws IOException {
		Answer answer = application.get("/guarded", application.bearer());
		Outcome outcome = outcomes.next();
		assertThat(outcome.status()).as("%s", answer).isEqualTo(401);
		assertThat(outcome.evaluation().gate()).isEqualTo(Gate.INVOCATION);
		assertThat(((Refusal) outcome.evaluation().decision()).reason().code()).isEqualTo("step-up.required");
		assertThat(answer.body()).contains(outcome.evaluation().id());
		assertThat(outcome.evaluation().proven()).isTrue();
	}

	// a rule of the application that refuses says nothing about who asked
	@Test
	void getWhenApplicationRefusesThenSubjectStaysProven() throws IOException {
		application.get("/own-rule", application.bearer());
		Outcome outcome = outcomes.next();
		assertThat(outcome.status()).isEqualTo(403);
		assertThat(outcome.evaluation().proven()).isTrue();
		assertThat(outcome.evaluation().request().subject().isAnonymous()).isFalse();
	}

	@Test
	void getWhenTokenForgedThenSubjectIsNobody() throws IOException {
		for (BadToken bad : BadToken.values()) {
			application.get("/scoped", application.bearer(bad, "special"));
			Outcome outcome = outcomes.next();
			assertThat(outcome.status()).as("%s", bad).isBetween(400, 401);
			assertThat(outcome.evaluation().proven()).as("%s", bad).isFalse();
			assertThat(outcome.evaluation().isPermitted()).as("%s", bad).isFalse();
		}
	}

	@Test
	void getWhenNobodyAsksThenTold() throws IOException {
		application.get("/open");
		Outcome open = outcomes.next();
		assertThat(open.isSuccess()).isTrue();
		assertThat(open.evaluation().request().subject().isAnonymous()).isTrue();
		application.get("/scoped");
		assertThat(outcomes.next().status()).isEqualTo(401);
		application.get("//scoped");
		Outcome rejected = outcomes.next();
		assertThat(rejected.status()).isEqualTo(400);
		assertThat(rejected.evaluation().isPermitted()).isFalse();
	}

	@Test
	void getWhenNothingIsThereThenTold() throws IOException {
		application.get("/nothing", application.bearer());
		Outcome outcome = outcomes.next();
		assertThat(outcome.status()).isEqualTo(404);
		assertThat(outcome.isSuccess()).isFalse();
	}

}
