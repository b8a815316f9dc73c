package io.zerotrust.spring.journey;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Settings that cannot be meant stop the start and say what to write instead.
 */
@ExtendWith(OutputCaptureExtension.class)
class MisconfigurationTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					zt.token.clock-skew=10m              | zt.token.clock-skew is 600s, which no clock needs. \
					| Set zt.token.clock-skew to a value from 0s to 60s and the clocks by NTP.
					zt.token.clock-skew=-1s              | zt.token.clock-skew is -1s, which no clock needs. \
					| Set zt.token.clock-skew to a value from 0s to 60s and the clocks by NTP.
					zt.token.max-lifetime=0s             | zt.token.max-lifetime is 0s. \
					| Set zt.token.max-lifetime to a positive duration, 1h for example.
					zt.risk.denied-networks=10.0.0.0/33  | zt.risk.denied-networks has the entry 10.0.0.0/33: \
					| Write networks in CIDR notation, 203.0.113.0/24 or 2001:db8::/32 for example.
					zt.risk.suspicious-networks=example.com | zt.risk.suspicious-networks has the entry example.com: \
					| Write networks in CIDR notation, 203.0.113.0/24 or 2001:db8::/32 for example.
					zt.checks[token.lifetme].mode=observe | zt.checks.token.lifetme is about a check that does not exist. \
					| Use one of credential, network, policy, risk, step-up, token.algorithm, token.audience,
					zt.checks.policy.mode=observe        | zt.checks.policy.mode is observe, which would open every endpoint to everybody. \
					| Set zt.mode: observe to observe all of zt, or put the endpoints in question under other rules.
					spring.security.oauth2.resourceserver.jwt.audiences= \
					| spring.security.oauth2.resourceserver.jwt.audiences is [] for the issuer https://idp.example.com, \
					| Set spring.security.oauth2.resourceserver.jwt.audiences to the name by which the issuer knows this service
					spring.security.oauth2.resourceserver.jwt.issuer-uri= \
					| spring.security.oauth2.resourceserver.jwt.issuer-uri is not set, so no token could be trusted. \
					| Set spring.security.oauth2.resourceserver.jwt.issuer-uri to the exact value of the iss claim
					""")
	void startWhenSettingIsWrongThenFailsWithWhatToWrite(String property, String description, String action,
			CapturedOutput output) {
		assertFails(Api.class, property);
		assertThat(output).contains("Description:" + System.lineSeparator() + System.lineSeparator() + description)
			.contains("Action:" + System.lineSeparator() + System.lineSeparator() + action);
	}

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

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Api {

	}

}
