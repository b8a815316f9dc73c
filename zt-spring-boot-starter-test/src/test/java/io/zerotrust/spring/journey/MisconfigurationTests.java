package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stops the start in the words of Spring Boot, and what does not stop it. For the
 * rest see {@link MisconfigurationTableTests}.
 */
@ExtendWith(OutputCaptureExtension.class)
class MisconfigurationTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	@Test
	void startWhenModeIsUnknownThenFails(CapturedOutput output) {
		assertFails(Api.class, "zt.mode=off");
		assertThat(output).contains("Failed to bind properties under 'zt.mode'").contains("Value: \"off\"");
	}

	@Test
	void startWhenCheckIsNotInUseThenSettingIsNoMistake() {
		// the decoder of the test kit is not Boot's, so token.algorithm does not run
		RunningApplication.start(List.of("zt.checks[token.algorithm].mode=observe"), Api.class).close();
	}

	@Test
	void startWhenOneAudienceIsBlankThenFails(CapturedOutput output) {
		assertFails(Api.class, JWT + "audiences=orders,");
		assertThat(output).contains(JWT + "audiences");
	}

	@Test
	void startWhenEndpointIsOnOwnPortThenItsRuleIsNoMistake() throws IOException {
		try (RunningApplication application = RunningApplication.start(Placement.MANAGEMENT_PORT,
				List.of("management.endpoints.web.exposure.include=health,threaddump",
						"zt.actuator.endpoints.thread-dump.read-scope=dump"),
				Api.class)) {
			assertThat(application.get("/actuator/threaddump", application.bearer("dump")).status()).isEqualTo(200);
		}
	}

	@Test
	void startWhenListStandsInTwoSourcesThenTheOverriddenOneIsNoMistake() {
		System.setProperty("zt.token.audiences[0]", "overridden");
		System.setProperty("zt.token.audiences[1]", "too");
		try {
			RunningApplication.start(List.of("zt.token.audiences=orders"), Api.class).close();
		}
		finally {
			System.clearProperty("zt.token.audiences[0]");
			System.clearProperty("zt.token.audiences[1]");
		}
	}

	@Test
	void startWhenKeysAreWrittenInOtherWaysThenTheyAreKnown(CapturedOutput output) {
		RunningApplication.start(List.of("zt.token.maxLifetime=30m", "zt.CLIENT_ADDRESS.source=peer",
				"zt.risk.step-up-acr[0]=gold", "zt.test.trust-issuer=true", "zt.token="), Api.class)
			.close();
		assertThat(output).contains("at most 30m").doesNotContain("  warning");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Api {

	}

}
