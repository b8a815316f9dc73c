package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;

import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;
import io.zerotrust.spring.journey.StreamApi.Outage;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A response of WebFlux stays open as long as its caller may have it, what came of it is
 * told, and services know the caller. All are opened at once, and looked at when they
 * have ended.
 */
class ReactiveStreamJourneyTests {

	private static final Map<String, CompletableFuture<Streamed>> REVOKED = new HashMap<>();

	private static final Map<String, CompletableFuture<Streamed>> OTHERS = new HashMap<>();

	private static RunningApplication application;

	@BeforeAll
	static void openAll() throws InterruptedException {
		// it holds for the whole JVM, and some other application may have turned it on
		Hooks.disableAutomaticContextPropagation();
		application = RunningApplication.startReactive(List.of("zt.streams.verify-every=1s", "zt.token.clock-skew=0s",
				"spring.reactor.context-propagation=limited"), ReactiveStreamApi.class);
		for (String path : List.of("/events", "/idle-events", "/lines", "/download", "/idle-download", "/polled",
				"/slow")) {
			REVOKED.put(path, open(path, "revoked"));
		}
		OTHERS.put("permitted", open("/events", "alice"));
		OTHERS.put("permitted download", open("/download", "alice"));
		OTHERS.put("public", Streamed.open(application.port(), "/public-events"));
		OTHERS.put("outage", open("/events", "outage"));
		OTHERS.put("expired", Streamed.open(application.port(), "/idle-download",
				"Authorization: Bearer " + application.token().lifetime(Duration.ofSeconds(3)).mint()));
		StreamWatch watch = application.context().getBean(StreamWatch.class);
		for (int i = 0; i < 100 && watch.tally().watched() < 11; i++) {
			Thread.sleep(20);
		}
		assertThat(watch.tally().watched()).isEqualTo(11);
		Thread.sleep(200);
		application.context().getBean(Outage.class).away = true;
		application.context()
			.getBean(RevocationStore.class)
			.revoke(Revocation.ofSubject("https://idp.example.com", "revoked", Instant.now(), "test"));
	}

	private static CompletableFuture<Streamed> open(String path, String subject) {
		return Streamed.open(application.port(), path,
				"Authorization: Bearer " + application.token().subject(subject).mint());
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/events", "/idle-events" })
	void streamWhenTokenIsRevokedThenEventsEndWell(String path) {
		Streamed events = Streamed.of(REVOKED.get(path));
		assertThat(events.status()).isEqualTo(200);
		assertThat(events.text()).contains("data:event");
		assertThat(events.whole()).as("%s", events).isTrue();
		assertThat(events.took()).isLessThan(Duration.ofSeconds(4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lines", "/download", "/idle-download" })
	void streamWhenTokenIsRevokedThenNobodyTakesPartForWhole(String path) {
		Streamed part = Streamed.of(REVOKED.get(path));
		assertThat(part.status()).as("%s", part).isEqualTo(200);
		assertThat(part.text()).contains("part");
		assertThat(part.ended()).as("%s", part).isTrue();
		assertThat(part.whole()).as("%s", part).isFalse();
		assertThat(part.took()).isLessThan(Duration.ofSeconds(4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/polled", "/slow" })
	void streamWhenNothingIsOutThenAnsweredWithTheRefusal(String path) {
		Streamed refused = Streamed.of(REVOKED.get(path));
		assertThat(refused.status()).as("%s", refused).isEqualTo(401);
		assertThat(refused.code()).isEqualTo("token.revoked");
	}

	@Test
	void streamWhenTokenExpiresThenEndsAtThatTime() {
		Streamed expired = Streamed.of(OTHERS.get("expired"));
		assertThat(expired.ended()).isTrue();
		assertThat(expired.whole()).as("%s", expired).isFalse();
		assertThat(expired.took()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(3600));
	}

	@Test
	void streamWhenCallerMayThenGoesOn() {
		for (String name : List.of("permitted", "permitted download", "public")) {
			Streamed stream = Streamed.of(OTHERS.get(name));
			assertThat(stream.ended()).as(name).isFalse();
			assertThat(stream.text().split("event|part").length).as(name).isGreaterThan(40);
		}
	}

	@Test
	void streamWhenNobodyAnswersThenEnds() {
		Streamed outage = Streamed.of(OTHERS.get("outage"));
		assertThat(outage.whole()).as("%s", outage).isTrue();
		assertThat(outage.took()).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void streamWhenClosedThenOutcomeSaysSo() {
		REVOKED.values().forEach(Streamed::of);
		for (int i = 0; i < REVOKED.size(); i++) {
			Outcome outcome = next("revoked");
			assertThat(outcome.end()).as("%s", outcome).isEqualTo(End.CUT_OFF);
			assertThat(outcome.isSuccess()).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/owners/7,200,1", "/broken,500,-1", "/nothing,404,-1", "/mono,403,-1" })
	void getWhenResponseEndsThenTold(String path, int status, long bytes) throws IOException {
		String subject = "told" + path;
		Answer answer = application.get(path, "Authorization: Bearer " + application.token().subject(subject).mint());
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		Outcome outcome = next(subject);
		assertThat(outcome.status()).isEqualTo(status);
		assertThat(outcome.bytes()).isEqualTo((bytes < 0) ? answer.body().length() : bytes);
		assertThat(outcome.end()).isEqualTo(End.COMPLETED);
		if (status == 200) {
			assertThat(outcome.objects()).containsExactly(new TouchedObject("owners", "7"));
			assertThat(outcome.isSuccess()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/mono", "/flux" })
	void serviceWhenReactiveThenKnowsCallerAndAddress(String path) throws IOException {
		assertThat(application.get(path, application.bearer("other")).code()).isEqualTo("policy.scope-missing");
		Answer answer = application.get(path, application.bearer("ruled"), "User-Agent: journey");
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		Evaluation last = ReactiveStreamApi.DECISIONS.stream()
			.filter((decision) -> decision.gate() == Gate.INVOCATION && decision.isPermitted())
			.reduce((first, second) -> second)
			.orElseThrow();
		assertThat(last.request().context().client()).isNotNull();
		assertThat(last.request().context().userAgent()).isEqualTo("journey");
	}

	@Test
	void serviceWhenPlainThenThreadKnowsNobody() throws IOException {
		assertThat(application.get("/plain", application.bearer("ruled")).code()).isEqualTo("subject.missing");
	}

	private static Outcome next(String subject) {
		KeptOutcomes outcomes = application.context().getBean(KeptOutcomes.class);
		Outcome outcome = outcomes.next();
		while (!subject.equals(outcome.evaluation().request().subject().id())) {
			outcome = outcomes.next();
		}
		return outcome;
	}

}
