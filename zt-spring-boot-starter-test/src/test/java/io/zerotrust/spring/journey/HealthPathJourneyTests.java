package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health groups at additional paths, with handlers of the application at and below them:
 * that the health is open opens nothing else (CVE-2026-22731).
 */
@ParameterizedClass
@EnumSource(mode = Mode.MATCH_NONE, names = "MANAGEMENT_PORT.*")
class HealthPathJourneyTests {

	private static RunningApplication application;

	HealthPathJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.start(placement,
				List.of("management.endpoints.web.exposure.include=*", "zt.actuator.read-scope=actuator:read",
						"management.endpoint.health.group.live.include=ping",
						"management.endpoint.health.group.live.additional-path=server:/healthz"),
				ActuatorApi.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@Test
	void getWhenPathIsAdditionalThenHealthAnswers() throws IOException {
		for (String path : List.of("/healthz", "/actuator/health", "/actuator/health/live")) {
			Answer answer = application.get(path);
			assertThat(answer.status()).as("%s %s", path, answer).isEqualTo(200);
			assertThat(answer.body()).contains("\"status\":\"UP\"");
		}
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void getWhenHandlerIsBelowThenItsRuleHolds() throws IOException {
		assertRefused(application.get("/healthz/admin"), 401, "subject.missing");
		assertRefused(application.get("/healthz/admin", application.bearer("actuator:read")), 403,
				"policy.scope-missing");
		assertRefused(application.get("/actuator/own"), 401, "subject.missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get("/healthz/admin", application.bearer("shop")).status()).isEqualTo(200);
		assertThat(application.get("/actuator/own", application.bearer("shop")).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("admin", "own");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			HEAD     | /healthz                    | 200 | -
			POST     | /healthz                    | 401 | subject.missing
			PUT      | /healthz                    | 401 | subject.missing
			DELETE   | /healthz                    | 401 | subject.missing
			PATCH    | /healthz                    | 401 | subject.missing
			OPTIONS  | /healthz                    | 401 | subject.missing
			TRACE    | /healthz                    | 405 | -
			FOO      | /healthz                    | 400 | request.rejected
			GET      | /healthz/                   | 401 | subject.missing
			GET      | /healthz/x                  | 401 | subject.missing
			GET      | /healthz/live               | 401 | subject.missing
			GET      | /healthz/admin/             | 401 | subject.missing
			GET      | /healthz%2fadmin            | 400 | -
			GET      | /health%7a                  | 200 | -
			GET      | /healthz;x=1                | 400 | request.rejected
			GET      | /healthz;x=1/admin          | 400 | request.rejected
			GET      | /healthz/..;/admin          | 400 | request.rejected
			GET      | /healthz/%2e%2e/own         | 400 | request.rejected
			GET      | /healthz/../own             | 400 | request.rejected
			GET      | //healthz                   | 400 | request.rejected
			GET      | /HEALTHZ                    | 401 | subject.missing
			GET      | /healthz.json               | 401 | subject.missing
			GET      | /healthz?path=admin         | 404 | -
			GET      | /healthz%20                 | 401 | subject.missing
			HEAD     | /actuator/health            | 200 | -
			POST     | /actuator/health            | 401 | subject.missing
			DELETE   | /actuator/health            | 401 | subject.missing
			OPTIONS  | /actuator/health            | 401 | subject.missing
			TRACE    | /actuator/health            | 405 | -
			FOO      | /actuator/health            | 400 | request.rejected
			GET      | /actuator/health/           | 200 | -
			GET      | /actuator/health/none       | 404 | -
			GET      | /actuator/%68ealth          | 200 | -
			GET      | /actuator/health;x=1        | 400 | request.rejected
			GET      | /actuator/health/..;/env    | 400 | request.rejected
			GET      | /actuator/health/%2e%2e/env | 400 | request.rejected
			GET      | /actuator/health/../env     | 400 | request.rejected
			GET      | /actuator/health%2f..%2fenv | 400 | -
			GET      | /actuator//env              | 400 | request.rejected
			GET      | /actuator/healthx           | 401 | subject.missing
			GET      | /actuator/health/own/1      | 404 | -
			GET      | /actuator/                  | 401 | subject.missing
			GET      | /Actuator/health            | 401 | subject.missing
			""")
	void sendWhenRequestIsOddThenNoHandlerRuns(String method, String path, int status, String code) throws IOException {
		Answer answer = application.send(method, path);
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).isEqualTo((code != null) ? code : "");
		application.send(method, path, application.bearer("actuator:read"));
		assertThat(Ran.take()).isEmpty();
	}

}
