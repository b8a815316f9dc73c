package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.audit.AuditSink;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Refusal;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.test.BadToken;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What risk learns over days, from the side of the owner, a thief and a prober. Days pass
 * by a clock that is set.
 */
@ExtendWith(OutputCaptureExtension.class)
class LearnedRiskJourneyTests {

	private static final String HOME = "198.51.100.7";

	private static final String ELSEWHERE = "203.0.113.66";

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36";

	private static final List<String> BEHIND_PROXY = List.of("zt.client-address.source=x-forwarded-for",
			"zt.client-address.trusted-proxies=127.0.0.1/32", "zt.risk.device-header=X-Device-Id",
			"zt.risk.step-up-acr=gold");

	private static final String ENFORCED = "zt.checks[risk.learned].mode=enforce";

	private final List<RunningApplication> running = new ArrayList<>();

	@AfterEach
	void stop() {
		this.running.forEach(RunningApplication::close);
	}

	@Test
	void getWhenTokenIsStolenThenThiefIsChallengedAndOwnerGoesOn() throws IOException {
		RunningApplication application = start(ENFORCED);
		String token = history(application, "alice");
		assertThat(asOwner(application, "/orders", token).status()).isEqualTo(200);
		for (int i = 0; i < 20; i++) {
			clock(application).advance(Duration.ofSeconds(10));
			Answer thief = asThief(application, "/orders", token);
			// the third challenge that is a minute apart is one too many
			boolean ignored = i > 12;
			assertRefused(thief, ignored ? 403 : 401, ignored ? "quarantine.active" : "risk.step-up");
			if (!ignored) {
				assertThat(thief.header("WWW-Authenticate")).contains("error=\"insufficient_user_authentication\"",
						"acr_values=\"gold\"", "max_age=\"300\"");
			}
			assertThat(thief.body()).doesNotContain("never", "device", "0.");
			assertThat(asOwner(application, "/orders", token).status()).isEqualTo(200);
		}
		assertThat(log(application).details())
			.anyMatch((detail) -> detail.startsWith("+") && detail.contains(" device never seen, +")
					&& detail.contains(" network never seen, +1.0 both at once") && detail.endsWith("threshold 0.62"))
			.noneMatch((detail) -> detail.contains("203.0.113") || detail.contains("burner"));
	}

	@Test
	void getWhenOwnerMovesThenStepUpGoesOnAndIsRemembered() throws IOException {
		RunningApplication application = start(ENFORCED);
		history(application, "alice");
		String moved = application.token().subject("alice").claim("sid", "moved").mint();
		assertRefused(asThief(application, "/orders", moved), 401, "risk.step-up");
		Instant now = clock(application).instant();
		String proven = application.token()
			.subject("alice")
			.claim("sid", "moved")
			.amr("pwd", "otp")
			.authenticatedAt(now)
			.mint();
		assertThat(asThief(application, "/orders", proven).status()).isEqualTo(200);
		clock(application).advance(Duration.ofMinutes(10));
		String renewed = application.token()
			.subject("alice")
			.claim("sid", "moved")
			.amr("pwd", "otp")
			.authenticatedAt(now)
			.mint();
		assertThat(asThief(application, "/orders", renewed).status()).isEqualTo(200);
		clock(application).advance(Duration.ofDays(1));
		String next = application.token().subject("alice").claim("sid", "next").mint();
		assertThat(asThief(application, "/orders", next).status()).isEqualTo(200);
	}

	@Test
	void getWhenClientProbesThenRefusedAsRisk() throws IOException {
		RunningApplication application = start(ENFORCED);
		String token = history(application, "alice");
		List<String> codes = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			clock(application).advance(Duration.ofSeconds(1));
			codes.add(asOwner(application, "/admin/" + (char) ('a' + i), token).code());
		}
		assertThat(codes).startsWith("policy.scope-missing", "policy.scope-missing");
		assertRefused(asOwner(application, "/orders", token), 403, "risk.quarantined");
		assertRefused(asOwner(application, "/orders", token), 403, "quarantine.active");
		assertThat(log(application).details())
			.anyMatch((detail) -> detail.contains("failed requests in short time (403)"));
		clock(application).advance(Duration.ofHours(12));
		String tomorrow = application.token().subject("alice").claim("sid", "tomorrow").mint();
		assertThat(asOwner(application, "/orders", tomorrow).status()).isEqualTo(200);
	}

	@Test
	void getWhenInTheFirstDaysThenServedAndReportedAndLaterRefused(CapturedOutput output) throws IOException {
		RunningApplication application = start();
		assertThat(output).containsOnlyOnce("risk         learned signals are only observed for the first 7d, "
				+ "or until half of the principals are known; zt.risk.observe-for: 0 makes them count at once");
		String token = history(application, "alice", 6);
		assertThat(asThief(application, "/orders", token).status()).isEqualTo(200);
		assertThat(log(application).wouldBe()).containsExactly("risk.step-up");
		assertThat(log(application).details()).allMatch((detail) -> detail.contains(" device never seen, "));
		assertThat(asOwner(application, "/orders", token).status()).isEqualTo(200);
		assertThat(asThief(application, "/orders", token).status()).isEqualTo(200);
		assertThat(log(application).wouldBe()).as("it is still not learned").hasSize(2);
		String later = history(application, "alice", 3);
		assertRefused(asThief(application, "/orders", later), 401, "risk.step-up");
		assertThat(asOwner(application, "/orders", later).status()).isEqualTo(200);
	}

	// what is forged with the name of the victim changes nothing for him
	@ParameterizedTest
	@CsvSource({ "EXPIRED", "FOREIGN_AUDIENCE", "FOREIGN_ISSUER", "TAMPERED_SIGNATURE" })
	void getWhenTokenOfVictimIsForgedThenNothingIsLearned(BadToken bad) throws IOException {
		RunningApplication application = start(ENFORCED);
		String token = history(application, "alice");
		LearnedRisk learned = application.context().getBean(LearnedRisk.class);
		int principals = learned.principals();
		for (int i = 0; i < 20; i++) {
			String forged = application.token().subject("alice").claim("sid", "day-9").bad(bad).mint();
			assertThat(asThief(application, "/admin/a", forged).status()).isEqualTo(401);
		}
		assertThat(learned.principals()).isEqualTo(principals);
		assertThat(asOwner(application, "/orders", token).status()).isEqualTo(200);
		assertRefused(asThief(application, "/orders", token), 401, "risk.step-up");
	}

	@Test
	void getWhenDeviceIsClaimedThenHeaderDoesNotCount() throws IOException {
		RunningApplication application = start(ENFORCED, "zt.risk.device-claim=/device/id");
		for (int day = 0; day < 10; day++) {
			clock(application).advance(Duration.ofDays(1));
			String token = application.token().subject("alice").claim("device", Map.of("id", "d1")).mint();
			assertThat(asOwner(application, "/orders", token).status()).isEqualTo(200);
		}
		clock(application).advance(Duration.ofDays(1));
		String other = application.token().subject("alice").claim("device", Map.of("id", "d2")).mint();
		assertThat(asThief(application, "/orders", other).code()).isEqualTo("risk.step-up");
		assertThat(application
			.get("/orders", "Authorization: Bearer " + other, "X-Forwarded-For: " + ELSEWHERE, "User-Agent: curl/8",
					"X-Device-Id: d1")
			.code()).isEqualTo("risk.step-up");
	}

	@Test
	void startWhenLearningIsOffThenNothingIsRemembered(CapturedOutput output) throws IOException {
		RunningApplication application = start("zt.risk.learning=false");
		assertThat(output).contains("risk         learns nothing (zt.risk.learning)");
		String token = history(application, "alice");
		assertThat(asThief(application, "/orders", token).status()).isEqualTo(200);
		assertThat(log(application).wouldBe()).isEmpty();
		assertThat(application.context().getBeanProvider(LearnedRisk.class).getIfAvailable()).isNull();
	}

	@Test
	void startWhenLearningThenCountsCanBeRead() throws IOException {
		RunningApplication application = start(ENFORCED);
		history(application, "alice");
		history(application, "bob");
		LearnedRisk learned = application.context().getBean(LearnedRisk.class);
		assertThat(learned.principals()).isEqualTo(2);
		assertThat(learned.priorShift(SubjectKind.HUMAN)).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "zt.risk.principals=99|zt.risk.principals is 99, which is not between",
					"zt.risk.challenge-budget=0|zt.risk.challenge-budget is 0.0",
					"zt.risk.challenge-budget=101|zt.risk.challenge-budget is 101.0",
					"zt.risk.device-header=X Device|zt.risk.device-header is 'X Device', which is no name of a header",
					"zt.risk.device-claim=/|zt.risk.device-claim is '/'" })
	void startWhenSettingCannotBeMeantThenFails(String property, String message) {
		assertThatThrownBy(() -> start(property)).rootCause().hasMessageContaining(message);
	}

	private RunningApplication start(String... properties) {
		List<String> all = new ArrayList<>(BEHIND_PROXY);
		all.addAll(List.of(properties));
		RunningApplication application = RunningApplication.start(all, Api.class);
		this.running.add(application);
		return application;
	}

	/**
	 * Come on ten days from home.
	 * @return the token of the last day
	 */
	private static String history(RunningApplication application, String subject) throws IOException {
		return history(application, subject, 10);
	}

	private static String history(RunningApplication application, String subject, int days) throws IOException {
		String token = "";
		for (int day = 0; day < days; day++) {
			clock(application).advance(Duration.ofDays(1));
			token = application.token().subject(subject).claim("sid", "day-" + day).mint();
			assertThat(asOwner(application, "/orders", token).status()).isEqualTo(200);
			assertThat(asOwner(application, "/invoices", token).status()).isEqualTo(200);
		}
		return token;
	}

	private static Answer asOwner(RunningApplication application, String target, String token) throws IOException {
		return application.get(target, "Authorization: Bearer " + token, "X-Forwarded-For: " + HOME,
				"User-Agent: " + BROWSER, "X-Device-Id: laptop");
	}

	private static Answer asThief(RunningApplication application, String target, String token) throws IOException {
		return application.get(target, "Authorization: Bearer " + token, "X-Forwarded-For: " + ELSEWHERE,
				"User-Agent: python-requests/2.32", "X-Device-Id: burner");
	}

	private static SetClock clock(RunningApplication application) {
		return application.context().getBean(SetClock.class);
	}

	private static Log log(RunningApplication application) {
		return application.context().getBean(Log.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		SetClock clock() {
			return new SetClock();
		}

		@Bean
		Log log() {
			return new Log();
		}

	}

	static final class SetClock extends Clock {

		private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));

		void advance(Duration duration) {
			this.now.updateAndGet((before) -> before.plus(duration));
		}

		@Override
		public Instant instant() {
			return this.now.get();
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

	static final class Log implements AuditSink {

		private final List<Refusal> refusals = new ArrayList<>();

		@Override
		public synchronized void accept(Evaluation evaluation) {
			if (evaluation.wouldBe() instanceof Refusal refusal) {
				this.refusals.add(refusal);
			}
		}

		synchronized List<String> wouldBe() {
			return this.refusals.stream().map((refusal) -> refusal.reason().code()).toList();
		}

		synchronized List<String> details() {
			return this.refusals.stream().map((refusal) -> refusal.reason().detail()).toList();
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@AnyAuthenticated(reason = "everybody may")
		String orders() {
			return "orders";
		}

		@GetMapping("/invoices")
		@AnyAuthenticated(reason = "everybody may")
		String invoices() {
			return "invoices";
		}

		@GetMapping({ "/admin/a", "/admin/b", "/admin/c", "/admin/d", "/admin/e", "/admin/f", "/admin/g", "/admin/h" })
		@RequiresScope("admin")
		String admin() {
			return "admin";
		}

	}

}
