package io.zerotrust.spring.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.MovableClock;
import io.zerotrust.spring.journey.AttackDayJourney.Place;

import static io.zerotrust.spring.journey.AttackDayJourney.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is learned of principals over a restart, and what operators see and erase of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class LearnedBaselinesJourneyTests {

	private static final int DAYS = 6;

	private static final String ALICE = "{\"issuer\":\"https://idp.example.com\",\"subject\":\"alice\"}";

	@TempDir
	private Path directory;

	@Test
	void restartWhenLearnedThenThiefIsChallengedAtOnceUntilErased() throws IOException {
		learn();
		try (RunningApplication application = start()) {
			assertRefused(get(application, AttackDayJourney.THIEF, "alice"), 401, "risk.step-up");
			assertThat(get(application, AttackDayJourney.LAPTOP, "alice").status()).isEqualTo(200);
			assertRefused(get(application, AttackDayJourney.THIEF, "bob"), 401, "risk.step-up");
			assertExported(application);
			Answer erased = act(application, "erase");
			assertThat(JsonPath.<Integer>read(erased.body(), "$.forgotten")).as("%s", erased).isEqualTo(1);
			assertThat(act(application, "export").body()).contains("\"remembered\":{}");
			assertThat(get(application, AttackDayJourney.THIEF, "alice").status()).as("nobody is known").isEqualTo(200);
			act(application, "erase");
			assertRefused(get(application, AttackDayJourney.THIEF, "bob"), 401, "risk.step-up");
		}
		try (RunningApplication application = start()) {
			assertThat(act(application, "export").body()).contains("\"remembered\":{}");
			assertThat(get(application, AttackDayJourney.THIEF, "alice").status()).isEqualTo(200);
			assertRefused(get(application, AttackDayJourney.THIEF, "bob"), 401, "risk.step-up");
		}
	}

	@Test
	void restartWhenSnapshotIsCorruptThenStartsColdAndSaysSo(CapturedOutput output) throws IOException {
		learn();
		byte[] stored = Files.readAllBytes(file());
		stored[stored.length / 2] ^= 1;
		Files.write(file(), stored);
		try (RunningApplication application = start()) {
			assertThat(output).contains("baselines.zt is refused: the checksum of section ")
				.contains("Learning starts anew; the snapshot is kept as ");
			assertThat(application.context().getBean(LearnedRisk.class).principals()).isZero();
			assertThat(get(application, AttackDayJourney.THIEF, "alice").status()).isEqualTo(200);
		}
	}

	// pseudonyms of another secret mean nothing
	@Test
	void restartWhenSecretIsAnotherThenStartsCold(CapturedOutput output) throws IOException {
		learn();
		try (RunningApplication application = start(
				"zt.risk.pseudonym-secret=another secret of 32 characters or more")) {
			assertThat(output).contains("Learning starts anew; the snapshot is kept as ");
			assertThat(application.context().getBean(LearnedRisk.class).principals()).isZero();
		}
	}

	private void learn() throws IOException {
		try (RunningApplication application = start()) {
			application.context().getBean(MovableClock.class).move(Duration.ofDays(-DAYS));
			for (int day = 0; day < DAYS; day++) {
				for (String subject : List.of("alice", "bob")) {
					assertThat(get(application, AttackDayJourney.LAPTOP, subject).status()).isEqualTo(200);
				}
				application.context().getBean(MovableClock.class).move(Duration.ofDays(1));
			}
			assertThat(application.context().getBean(LearnedRisk.class).principals()).isEqualTo(2);
		}
	}

	private static void assertExported(RunningApplication application) throws IOException {
		Answer export = act(application, "export");
		List<Map<String, Object>> profiles = JsonPath.read(export.body(), "$.remembered.risk.profiles");
		assertThat(profiles).as("%s", export).hasSize(1);
		assertThat(profiles.get(0)).containsEntry("country", List.of("DE"))
			.containsEntry("asn", List.of("64500"))
			.containsEntry("user-agent", List.of("chrome"))
			.containsEntry("endpoints", List.of("GET /orders"))
			.containsEntry("hoursUtc", List.of(8))
			.containsEntry("lastSeen", "2026-01-05T08:00:00Z")
			.containsEntry("daysLearned", DAYS + 1)
			.extractingByKey("usualPeaks")
			.asString()
			.contains("requests-hour=1");
		assertThat(export.body()).doesNotContain("198.51.100", "laptop", "t13d1516h2");
	}

	private static Answer get(RunningApplication application, Place place, String subject) throws IOException {
		MovableClock clock = application.context().getBean(MovableClock.class);
		String token = application.token()
			.subject(subject)
			.issuedAt(clock.instant())
			.claim("sid", subject + place.device() + clock.instant())
			.mint();
		return application.get("/orders", "Authorization: Bearer " + token, "X-Forwarded-For: " + place.address(),
				"User-Agent: " + place.agent(), "X-Device-Id: " + place.device(), "X-JA4: " + place.fingerprint());
	}

	private static Answer act(RunningApplication application, String action) throws IOException {
		return RunningApplication.send(application.port(), "POST", "/actuator/baselines/" + action, ALICE,
				application.bearer("zt:read", "zt:write"), "Content-Type: application/json");
	}

	private RunningApplication start(String... more) {
		List<String> properties = AttackDayApi.properties("management.endpoints.web.exposure.include=baselines",
				"management.endpoint.baselines.access=unrestricted", "zt.actuator.read-scope=zt:read",
				"zt.actuator.write-scope=zt:write", "zt.risk.observe-for=0",
				"zt.risk.pseudonym-secret=a secret of at least 32 characters", "zt.risk.baselines.file=" + file());
		properties.addAll(List.of(more));
		return RunningApplication.start(properties, AttackDayApi.class);
	}

	private Path file() {
		return this.directory.resolve("baselines.zt");
	}

}
