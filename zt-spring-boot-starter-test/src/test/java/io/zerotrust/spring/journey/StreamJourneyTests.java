package io.zerotrust.spring.journey;

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
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;
import io.zerotrust.spring.journey.StreamApi.Outage;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A response stays open as long as its caller may have it. All are opened at once, and
 * looked at when they have ended.
 */
class StreamJourneyTests {

	private static final String ISSUER = "https://idp.example.com";

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private static final Map<String, CompletableFuture<Streamed>> REVOKED = new HashMap<>();

	private static final Map<String, CompletableFuture<Streamed>> OTHERS = new HashMap<>();

	private static RunningApplication application;

	private static RunningApplication observed;

	@BeforeAll
	static void openAll() throws InterruptedException {
		List<String> properties = List.of("zt.streams.verify-every=1s", "zt.token.clock-skew=0s");
		application = RunningApplication.start(properties, StreamApi.class);
		observed = RunningApplication.start(
				List.of("zt.streams.verify-every=1s", "zt.token.clock-skew=0s", "zt.mode=observe",
						"spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com"),
				StreamApi.class);
		for (String path : List.of("/events", "/idle-events", "/flux", "/download", "/swallowing-download",
				"/idle-download", "/blocking", "/swallowing-blocking", "/written", "/bare-async",
				"/bare-async-uncounted", "/polled", "/slow")) {
			REVOKED.put(path, open(application, path, "revoked"));
		}
		OTHERS.put("permitted", open(application, "/events", "alice"));
		OTHERS.put("permitted download", open(application, "/download", "alice"));
		OTHERS.put("permitted poll", open(application, "/short-poll", "alice"));
		OTHERS.put("public", Streamed.open(application.port(), "/public-events"));
		OTHERS.put("outage", open(application, "/events", "outage"));
		OTHERS.put("expired", Streamed.open(application.port(), "/idle-download",
				"Authorization: Bearer " + application.token().lifetime(Duration.ofSeconds(3)).mint()));
		// Spring's own decoder, which observing leaves alone, knows no at+jwt
		OTHERS.put("observed", Streamed.open(observed.port(), "/events",
				"Authorization: Bearer " + observed.token().subject("revoked").type("JWT").mint()));
		awaitWatched(application, 15);
		awaitWatched(observed, 1);
		application.context().getBean(Outage.class).away = true;
		for (RunningApplication each : List.of(application, observed)) {
			each.context()
				.getBean(RevocationStore.class)
				.revoke(Revocation.ofSubject(ISSUER, "revoked", Instant.now(), "test"));
		}
	}

	private static void awaitWatched(RunningApplication application, int responses) throws InterruptedException {
		StreamWatch watch = application.context().getBean(StreamWatch.class);
		for (int i = 0; i < 100 && watch.tally().watched() < responses; i++) {
			Thread.sleep(20);
		}
		assertThat(watch.tally().watched()).isEqualTo(responses);
	}

	private static CompletableFuture<Streamed> open(RunningApplication application, String path, String subject) {
		return Streamed.open(application.port(), path,
				"Authorization: Bearer " + application.token().subject(subject).mint());
	}

	@AfterAll
	static void stop() {
		application.close();
		observed.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/events", "/idle-events", "/flux" })
	void streamWhenTokenIsRevokedThenEventsEndWell(String path) {
		Streamed events = Streamed.of(REVOKED.get(path));
		assertThat(events.status()).isEqualTo(200);
		assertThat(events.text()).contains("data:event");
		assertThat(events.whole()).as("%s", events).isTrue();
		assertThat(events.took()).isLessThan(PERIOD.multipliedBy(4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/download", "/swallowing-download", "/idle-download", "/blocking", "/swallowing-blocking",
			"/written", "/bare-async", "/bare-async-uncounted" })
	void streamWhenTokenIsRevokedThenNobodyTakesPartForWhole(String path) {
		Streamed part = Streamed.of(REVOKED.get(path));
		assertThat(part.status()).as("%s", part).isEqualTo(200);
		assertThat(part.text()).contains("part");
		assertThat(part.ended()).as("%s", part).isTrue();
		assertThat(part.whole()).as("%s", part).isFalse();
		assertThat(part.took()).isLessThan(PERIOD.multipliedBy(4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/polled", "/slow" })
	void streamWhenNothingIsOutThenAnsweredWithTheRefusal(String path) {
		Streamed refused = Streamed.of(REVOKED.get(path));
		assertThat(refused.status()).as("%s", refused).isEqualTo(401);
		assertThat(refused.code()).isEqualTo("token.revoked");
		assertThat(refused.text()).doesNotContain("slow");
	}

	@Test
	void streamWhenTokenExpiresThenEndsAtThatTime() {
		Streamed expired = Streamed.of(OTHERS.get("expired"));
		assertThat(expired.ended()).isTrue();
		assertThat(expired.whole()).as("%s", expired).isFalse();
		// exp has whole seconds
		assertThat(expired.took()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(3600));
	}

	@Test
	void streamWhenCallerMayThenGoesOn() {
		assertThat(Streamed.of(OTHERS.get("permitted poll")).text()).contains("nothing new");
		for (String name : List.of("permitted", "permitted download", "public")) {
			Streamed stream = Streamed.of(OTHERS.get(name));
			assertThat(stream.ended()).as(name).isFalse();
			assertThat(stream.text().split("event|part").length).as("%s %s", name, stream).isGreaterThan(60);
		}
	}

	@Test
	void streamWhenNobodyAnswersThenEnds() {
		Streamed outage = Streamed.of(OTHERS.get("outage"));
		assertThat(outage.whole()).as("%s", outage).isTrue();
		assertThat(outage.took()).isLessThan(Duration.ofSeconds(4));
	}

	@Test
	void streamWhenObservedThenGoesOnAndIsCountedOnce() {
		assertThat(Streamed.of(OTHERS.get("observed"))).matches((events) -> !events.ended());
		StreamWatch watch = observed.context().getBean(StreamWatch.class);
		assertThat(watch.tally().closed(true)).isEqualTo(1);
		assertThat(watch.tally().closed(false)).isZero();
	}

	@Test
	void streamWhenClosedThenOutcomeSaysSo() {
		REVOKED.values().forEach(Streamed::of);
		KeptOutcomes outcomes = application.context().getBean(KeptOutcomes.class);
		for (int i = 0; i < REVOKED.size(); i++) {
			Outcome outcome = outcomes.next();
			while (!"revoked".equals(outcome.evaluation().request().subject().id())) {
				outcome = outcomes.next();
			}
			assertThat(outcome.end()).as("%s", outcome).isEqualTo(End.CUT_OFF);
			assertThat(outcome.isSuccess()).isFalse();
		}
		assertThat(application.context().getBean(StreamWatch.class).tally().closed(false))
			.isGreaterThanOrEqualTo(REVOKED.size());
	}

}
