package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.zerotrust.posture.ObserveReport;
import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.risk.quarantine.QuarantineCause;
import io.zerotrust.risk.quarantine.QuarantineEvent.Change;
import io.zerotrust.risk.quarantine.QuarantineKey;
import io.zerotrust.spring.MovableClock;
import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.TokenBuilder;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens are shut out where they were misused, by risk and by operators. Time passes by a
 * clock that is set; each test has users of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class QuarantineJourneyTests {

	private static final String ISSUER = "https://idp.example.com";

	private static final String PATH = "/actuator/quarantine";

	private static final List<String> PROPERTIES = List.of(
			"management.endpoints.web.exposure.include=quarantine,zerotrust",
			"management.endpoint.quarantine.access=unrestricted", "zt.actuator.read-scope=zt:read",
			"zt.actuator.write-scope=zt:write", "zt.risk.device-header=X-Device-Id", "zt.risk.learning=false");

	@SuppressWarnings("NullAway.Init")
	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(PROPERTIES, QuarantineApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenRiskContainsThenTokenIsShutOutWhereItWasUsedUntilItIsOver() throws IOException {
		String session = session("thief", "s-1");
		assertThat(get("/orders", session, "burner").status()).isEqualTo(200);
		Answer contained = get("/foreign", session, "burner");
		assertRefused(contained, 403, "risk.quarantined");
		Answer active = get("/orders", session, "burner");
		assertRefused(active, 403, "quarantine.active");
		assertThat(active.body()).doesNotContain("things", "until", "context", "14", "by risk");
		assertThat(active.header("WWW-Authenticate")).isNull();
		assertThat(get("/orders", session, "laptop").status()).isEqualTo(200);
		assertThat(get("/orders", session("thief", "s-2"), "burner").status()).isEqualTo(200);
		assertThat(told("thief")).containsExactly(Change.IMPOSED);
		clock().move(Duration.ofMinutes(15));
		assertThat(get("/orders", session("thief", "s-1"), "burner").status()).isEqualTo(200);
		assertThat(told("thief")).containsExactly(Change.IMPOSED, Change.EXPIRED);
		// the next one lasts twice as long
		assertRefused(get("/foreign", session("thief", "s-1"), "burner"), 403, "risk.quarantined");
		clock().move(Duration.ofMinutes(29));
		assertRefused(get("/orders", session("thief", "s-1"), "burner"), 403, "quarantine.active");
		clock().move(Duration.ofMinutes(1));
		assertThat(get("/orders", session("thief", "s-1"), "burner").status()).isEqualTo(200);
	}

	// whoever knows a name must not be able to shut its owner out
	@ParameterizedTest
	@ValueSource(strings = { "EXPIRED", "FOREIGN_AUDIENCE", "FOREIGN_ISSUER", "TAMPERED_SIGNATURE" })
	void getWhenTokenDoesNotHoldThenNobodyIsShutOut(BadToken bad) throws IOException {
		String forged = bearer(token("victim").claim("sid", "s-1").bad(bad));
		assertThat(get("/foreign", forged, "laptop").status()).isEqualTo(401);
		assertThat(get("/orders", session("victim", "s-1"), "laptop").status()).isEqualTo(200);
		assertThat(told("victim")).isEmpty();
	}

	@Test
	void getWhenChallengesAreIgnoredThenShutOutUntilSteppedUp() throws IOException {
		for (int i = 0; i < 2; i++) {
			for (int burst = 0; burst < 5; burst++) {
				assertRefused(get("/strange", session("tired", "s-1"), "laptop"), 401, "risk.step-up");
			}
			clock().move(Duration.ofSeconds(60));
		}
		assertRefused(get("/strange", session("tired", "s-1"), "laptop"), 401, "risk.step-up");
		clock().move(Duration.ofSeconds(10));
		assertRefused(get("/orders", session("tired", "s-1"), "laptop"), 403, "quarantine.active");
		assertThat(get("/orders", session("tired", "s-1"), "phone").status()).isEqualTo(200);
		String strong = bearer(token("tired").claim("sid", "s-1").amr("pwd", "otp").authenticatedAt(clock().instant()));
		assertThat(get("/orders", strong, "laptop").status()).isEqualTo(200);
		assertThat(told("tired")).containsExactly(Change.IMPOSED, Change.RELEASED);
		assertThat(get("/orders", session("tired", "s-1"), "laptop").status()).isEqualTo(200);
	}

	@Test
	void imposeWhenDecisionIsNamedThenTokenIsShutOutWhereItWasUsedUntilReleased(CapturedOutput output)
			throws IOException {
		String session = session("carol", "s-1");
		Answer seen = get("/admin", session, "laptop");
		assertRefused(seen, 403, "policy.scope-missing");
		String decision = JsonPath.read(seen.body(), "$.decisionId");
		Answer held = impose("{\"decision\":\"" + decision + "\",\"reason\":\"odd\",\"duration\":\"2h\"}");
		assertThat(held.status()).as("%s", held).isEqualTo(200);
		Map<String, Object> what = JsonPath.read(held.body(), "$");
		assertThat(what).containsEntry("scope", "context")
			.containsEntry("subject", "carol")
			.containsEntry("session", "s-1")
			.containsEntry("cause", "operator")
			.containsEntry("reason", "odd")
			.containsEntry("until", clock().instant().plusSeconds(7200).toString());
		assertThat(what).containsEntry("by", "test-user");
		assertRefused(get("/orders", session, "laptop"), 403, "quarantine.active");
		assertThat(get("/orders", session, "phone").status()).isEqualTo(200);
		String id = String.valueOf(what.get("id"));
		assertThat(list()).contains(id);
		assertThat(delete(id, operator()).status()).isEqualTo(204);
		assertThat(delete(id, operator()).status()).isEqualTo(404);
		assertThat(list()).doesNotContain(id);
		assertThat(get("/orders", session, "laptop").status()).isEqualTo(200);
		assertThat(told("carol")).containsExactly(Change.IMPOSED, Change.RELEASED);
		assertThat(output).contains(" imposed quarantine " + id + " of context 'carol' of " + ISSUER + ": odd")
			.contains(" released quarantine " + id)
			.doesNotContain("eyJ");
	}

	@Test
	void imposeWhenSubjectIsNamedThenAsWideAsTheOperatorSays() throws IOException {
		String one = bearer(token("dave").claim("sid", "s-1").client("shop"));
		String other = bearer(token("dave").claim("sid", "s-2").client("till"));
		assertThat(impose(body("dave", ",\"session\":\"s-1\"")).status()).isEqualTo(200);
		assertRefused(get("/orders", one, "laptop"), 403, "quarantine.active");
		assertThat(get("/orders", other, "laptop").status()).isEqualTo(200);
		assertThat(impose(body("dave", ",\"client\":\"till\"")).status()).isEqualTo(200);
		assertRefused(get("/orders", other, "laptop"), 403, "quarantine.active");
		assertThat(get("/orders", bearer(token("dave").claim("sid", "s-3")), "laptop").status()).isEqualTo(200);
		assertThat(impose(body("dave", "")).status()).isEqualTo(200);
		assertRefused(get("/orders", bearer(token("dave").claim("sid", "s-3")), "laptop"), 403, "quarantine.active");
		assertThat(get("/orders", session("erin", "s-1"), "laptop").status()).isEqualTo(200);
		assertThat(get("/orders", null, "laptop").code()).isEqualTo("subject.missing");
	}

	@Test
	void callWhenShutOutMeanwhileThenGuardedMethodDoesNotRun() throws IOException {
		assertRefused(get("/vault", session("frank", "s-1"), "laptop"), 403, "quarantine.active");
	}

	@Test
	void imposeWhenCallerMayNotThenNothingHappens() throws IOException {
		String body = body("grace", "");
		assertRefused(write("POST", PATH, body), 401, "subject.missing");
		assertRefused(write("DELETE", PATH + "/x", ""), 401, "subject.missing");
		assertRefused(write("GET", PATH, ""), 401, "subject.missing");
		for (String scope : List.of("zt:read", "zt:write", "orders:read")) {
			String caller = bearer(token("joe").scopes(scope));
			assertRefused(write("POST", PATH, body, caller), 403, "policy.scope-missing");
			assertRefused(write("DELETE", PATH + "/x", "", caller), 403, "policy.scope-missing");
		}
		assertRefused(write("GET", PATH, "", bearer(token("joe").scopes("orders:read"))), 403, "policy.scope-missing");
		assertThat(write("GET", PATH, "", bearer(token("joe").scopes("zt:read"))).status()).isEqualTo(200);
		assertThat(told("grace")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "{}|issuer is missing",
			"{\"issuer\":\"x\"}|subject is missing",
			"{\"issuer\":\"\",\"subject\":\"a\",\"reason\":\"r\"}|issuer must not be blank",
			"{\"issuer\":\"x\",\"subject\":\"a\"}|reason is missing",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\" \"}|reason must not be blank",
			"{\"issuer\":\"https://typo.example.com\",\"subject\":\"a\",\"reason\":\"r\"}|issuer is not trusted",
			"{\"issuer\":\"x\",\"subject\":\"a\\nb\",\"reason\":\"r\"}|control characters",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"client\":\"\"}|client must not be blank",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"client\":\"c\",\"session\":\"s\"}|not both",
			"{\"decision\":\"x\",\"subject\":\"a\",\"reason\":\"r\"}|not both",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"duration\":\"soon\"}|duration must look like",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"duration\":\"\"}|duration must",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"duration\":\"-1h\"}|duration must be positive",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"duration\":\"0s\"}|duration must be positive",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"duration\":\"31d\"}|at most 30 days",
			"{\"issuer\":\"x\",\"subject\":\"a\",\"reason\":\"r\",\"duration\":\"999999999999999d\"}|duration must" })
	void imposeWhenItCannotBeMeantThenSaysWhatInstead(String body, String message) throws IOException {
		Answer answer = impose(body);
		assertThat(answer.status()).as("%s", answer).isEqualTo(400);
		assertThat(JsonPath.<String>read(answer.body(), "$.message")).contains(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "nonsense", "{\"subject\":", "{\"subject\":{\"a\":1}}",
			"{\"issuer\":[\"x\"],\"subject\":1,\"reason\":{}}" })
	void imposeWhenBodyIsGarbageThenIsNoError(String body) throws IOException {
		Answer answer = impose(body);
		assertThat(answer.status()).as("%s", answer).isEqualTo(400);
	}

	@Test
	void imposeWhenDecisionIsUnknownOrAboutNobodyThenRefused() throws IOException {
		Answer unknown = impose("{\"decision\":\"x\",\"reason\":\"r\"}");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.body()).contains("decision is not known");
		String anonymous = JsonPath.read(get("/orders", null, "laptop").body(), "$.decisionId");
		Answer nobody = impose("{\"decision\":\"" + anonymous + "\",\"reason\":\"r\"}");
		assertThat(nobody.status()).isEqualTo(400);
		assertThat(nobody.body()).contains("nobody who has proven who he is");
		assertThat(delete("x".repeat(3000), operator()).status()).isEqualTo(404);
		assertThat(write("DELETE", PATH, "", operator()).status()).isBetween(400, 499);
	}

	@Test
	void readWhenQuarantinesChangeThenMetersCount() throws IOException {
		MeterRegistry registry = application.context().getBean(MeterRegistry.class);
		double active = registry.get("zt.quarantine.active").gauge().value();
		double imposed = registry.get("zt.quarantine.imposed").tag("cause", "operator").functionCounter().count();
		double released = registry.get("zt.quarantine.released").functionCounter().count();
		String id = JsonPath.read(impose(body("heidi", "")).body(), "$.id");
		assertThat(registry.get("zt.quarantine.active").gauge().value()).isEqualTo(active + 1);
		assertThat(registry.get("zt.quarantine.imposed").tag("cause", "operator").functionCounter().count())
			.isEqualTo(imposed + 1);
		delete(id, operator());
		assertThat(registry.get("zt.quarantine.released").functionCounter().count()).isEqualTo(released + 1);
		assertThat(registry.get("zt.quarantine.rejected").functionCounter().count()).isZero();
	}

	@Test
	void getWhenObservedThenNothingIsImposedAndWhatIsHeldOnlyReported() throws IOException {
		List<String> properties = List.of("management.server.port=0",
				"management.endpoints.web.exposure.include=quarantine", "zt.actuator.read-scope=zt:read",
				"zt.actuator.write-scope=zt:write", "zt.checks.quarantine.mode=observe", "zt.checks.risk.mode=observe",
				"zt.risk.learning=false");
		try (RunningApplication observing = RunningApplication.start(properties, QuarantineApi.class)) {
			Quarantine quarantine = observing.context().getBean(Quarantine.class);
			String alice = "Authorization: Bearer " + observing.token().subject("alice").mint();
			assertThat(observing.get("/foreign", alice).status()).isEqualTo(200);
			assertThat(quarantine.size()).isZero();
			quarantine.impose(QuarantineKey.ofSubject(ISSUER, "alice"), "test", null,
					observing.context().getBean(MovableClock.class).instant(), "joe");
			assertThat(observing.get("/orders", alice).status()).isEqualTo(200);
			assertThat(observing.context().getBean(ObserveReport.class).rows()).extracting(ObserveReport.Row::code)
				.containsExactlyInAnyOrder("risk.quarantined", "quarantine.active");
			// on a port of its own, and only readable unless access says more
			String operator = "Authorization: Bearer "
					+ observing.token().subject("joe").scopes("zt:read", "zt:write").mint();
			int port = observing.managementPort();
			Answer list = RunningApplication.send(port, "GET", PATH, "", operator);
			assertThat(JsonPath.<Integer>read(list.body(), "$.held")).as("%s", list).isEqualTo(1);
			String id = JsonPath.read(list.body(), "$.quarantines[0].id");
			assertThat(RunningApplication.send(port, "DELETE", PATH + "/" + id, "", operator).status()).isEqualTo(404);
			assertThat(RunningApplication
				.send(port, "POST", PATH, body("bob", ""), operator, "Content-Type: application/json")
				.status()).isEqualTo(405);
			assertThat(quarantine.tally().imposed(QuarantineCause.OPERATOR)).isEqualTo(1);
		}
	}

	private static Answer get(String target, @Nullable String authorization, String device) throws IOException {
		return (authorization != null) ? application.get(target, authorization, "X-Device-Id: " + device)
				: application.get(target, "X-Device-Id: " + device);
	}

	private static String session(String subject, String session) {
		return bearer(token(subject).claim("sid", session));
	}

	private static TokenBuilder token(String subject) {
		return application.token().subject(subject).issuedAt(clock().instant());
	}

	private static String bearer(TokenBuilder token) {
		return "Authorization: Bearer " + token.mint();
	}

	private static String operator() {
		return bearer(token("test-user").scopes("zt:read", "zt:write"));
	}

	private static String body(String subject, String more) {
		return "{\"issuer\":\"" + ISSUER + "\",\"subject\":\"" + subject + "\",\"reason\":\"test\"" + more + "}";
	}

	private static Answer impose(String body) throws IOException {
		return write("POST", PATH, body, operator());
	}

	private static Answer delete(String id, String operator) throws IOException {
		return write("DELETE", PATH + "/" + id, "", operator);
	}

	private static String list() throws IOException {
		return write("GET", PATH, "", operator()).body();
	}

	private static Answer write(String method, String path, String body, String... headers) throws IOException {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Content-Type: application/json");
		return RunningApplication.send(application.port(), method, path, body, all.toArray(String[]::new));
	}

	private static MovableClock clock() {
		return application.context().getBean(MovableClock.class);
	}

	private static List<Change> told(String subject) {
		return application.context()
			.getBean(QuarantineApi.Told.class)
			.of(subject)
			.stream()
			.map((event) -> event.change())
			.toList();
	}

}
