package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That the status of the health is open shows no details: who sees these is Boot's
 * business, and zt adds nobody.
 */
class HealthDetailsJourneyTests {

	private static final String DETAILS = "management.endpoint.health.show-details=";

	@Test
	void getWhenNothingIsSaidThenStatusAlone() throws IOException {
		try (RunningApplication application = RunningApplication.start(BareApplication.class)) {
			for (String header : List.of("X-None: 1", application.bearer("actuator:read"))) {
				assertThat(application.get("/actuator/health", header).body()).doesNotContain("components", "details");
				assertThat(application.get("/actuator/health/diskSpace", header).status()).isEqualTo(404);
			}
		}
	}

	@Test
	void getWhenAuthorizedAloneThenVerifiedCallersWithTheAuthoritySeeDetails() throws IOException {
		List<String> properties = List.of(DETAILS + "when-authorized",
				"management.endpoint.health.roles=SCOPE_health:details");
		try (RunningApplication application = RunningApplication.start(properties, BareApplication.class)) {
			String detailed = application.bearer("health:details");
			assertThat(application.get("/actuator/health").body()).doesNotContain("components", "details");
			assertThat(application.get("/actuator/health", application.bearer()).body()).doesNotContain("components");
			assertThat(application.get("/actuator/health", detailed).body()).contains("diskSpace", "details");
			assertThat(application.get("/actuator/health/diskSpace").status()).isEqualTo(404);
			assertThat(application.get("/actuator/health/diskSpace", detailed).body()).contains("details");
			// a bad token is no anonymous caller, and sees less than one
			Answer bad = application.get("/actuator/health",
					application.bearer(BadToken.FOREIGN_AUDIENCE, "health:details"));
			assertThat(bad.code()).as("%s", bad).isEqualTo("token.audience");
		}
	}

	@Test
	void getWhenDetailsAreForEverybodyThenTheyAreUnlessHealthHasAScope() throws IOException {
		List<String> closed = List.of(DETAILS + "always", "zt.actuator.endpoints.health.read-scope=health");
		try (RunningApplication application = RunningApplication.start(closed, BareApplication.class)) {
			for (String path : List.of("/actuator/health", "/actuator/health/diskSpace")) {
				assertThat(application.get(path).code()).isEqualTo("subject.missing");
				assertThat(application.get(path, application.bearer()).code()).isEqualTo("policy.scope-missing");
				assertThat(application.get(path, application.bearer("health")).body()).contains("details");
			}
		}
	}

}
