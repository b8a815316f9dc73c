package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules of Actuator endpoints that cannot be meant stop the start.
 */
@ExtendWith(OutputCaptureExtension.class)
class ActuatorMisconfigurationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=health,info,threaddump";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					zt.actuator.write-scope=w | zt.actuator.write-scope is w without a read-scope, so nobody could use it. \
					| Set zt.actuator.read-scope too: who changes something needs both.
					zt.actuator.read-scope=a b | zt.actuator.read-scope is "a b", which no token can carry: scopes hold no spaces. \
					| Name one scope in zt.actuator.read-scope.
					zt.actuator.endpoints.prometheus.read-scope=p | zt.actuator.endpoints.prometheus is about an endpoint that nobody can reach. \
					| Use one of health, info, threaddump, or expose the endpoint by management.endpoints.web.exposure.include.
					zt.actuator.endpoints.Inf0.read-scope=p | zt.actuator.endpoints.Inf0 is about an endpoint that nobody can reach. \
					| Use one of health, info, threaddump, or expose the endpoint by management.endpoints.web.exposure.include.
					zt.actuator.endpoints.info.write-scope=w | zt.actuator.endpoints.info.write-scope is w without a read-scope, so nobody could use it. \
					| Set zt.actuator.endpoints.info.read-scope too: who changes something needs both.
					zt.actuator.endpoints.info.public-access= | zt.actuator.endpoints.info.public-access is blank. \
					| Set zt.actuator.endpoints.info.public-access to the reason why everybody may read the endpoint, or remove it.
					zt.actuator.endpoints.health.read-scope= | zt.actuator.endpoints.health.read-scope is blank. \
					| Name a scope, or remove the key; then zt.actuator says what callers need.
					""")
	void startWhenRuleIsWrongThenFailsWithWhatToWrite(String property, String description, String action,
			CapturedOutput output) {
		assertFails(BareApplication.class, EXPOSED, property);
		assertThat(output).contains(report(description, action));
	}

	@Test
	void startWhenPublicBesideScopeThenFails(CapturedOutput output) {
		assertFails(BareApplication.class, EXPOSED, "zt.actuator.endpoints.info.public-access=no secret",
				"zt.actuator.endpoints.info.read-scope=info");
		assertThat(output).contains(report(
				"zt.actuator.endpoints.info.public-access is \"no secret\" beside zt.actuator.endpoints.info.read-scope.",
				"Remove one of them: either everybody may read the endpoint, or callers need a scope."));
	}

	@Test
	void startWhenEndpointIsNamedTwiceThenFails(CapturedOutput output) {
		assertFails(BareApplication.class, EXPOSED, "zt.actuator.endpoints.thread-dump.read-scope=a",
				"zt.actuator.endpoints.threaddump.read-scope=b");
		assertThat(output).contains(
				report("zt.actuator.endpoints.threaddump and zt.actuator.endpoints.thread-dump are the same endpoint.",
						"Remove one of them."));
	}

	@Test
	void startWhenEndpointIsOnOwnPortThenKnown() throws IOException {
		try (RunningApplication application = RunningApplication.start(Placement.MANAGEMENT_PORT,
				List.of(EXPOSED, "zt.actuator.endpoints.thread-dump.read-scope=dump"), BareApplication.class)) {
			assertThat(application.get("/actuator/threaddump", application.bearer("dump")).status()).isEqualTo(200);
		}
	}

	@Test
	void startWhenObservedThenWarnsOnly(CapturedOutput output) {
		RunningApplication
			.start(List.of(EXPOSED, "zt.mode=observe", "zt.actuator.endpoints.vault.read-scope=vault"),
					BareApplication.class)
			.close();
		assertThat(output).contains("zt would not start: zt.actuator.endpoints.vault is about an endpoint");
	}

	private static String report(String description, String action) {
		String line = System.lineSeparator();
		return "Description:" + line + line + description + line + line + "Action:" + line + line + action + line;
	}

}
