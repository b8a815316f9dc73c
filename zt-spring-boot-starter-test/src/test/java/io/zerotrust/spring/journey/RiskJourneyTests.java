package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.Sensitivity;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.spring.test.BadToken;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Suspicious surroundings, from the caller's side.
 */
class RiskJourneyTests {

	private static final List<String> SUSPICIOUS = List.of("zt.risk.suspicious-networks=127.0.0.0/8",
			"zt.risk.step-up-acr=gold");

	@Tag("SU1")
	@Tag("SU2")
	@Test
	void getWhenNetworkSuspiciousThenSensitiveEndpointNeedsStepUp() throws IOException {
		try (RunningApplication application = RunningApplication.start(SUSPICIOUS, Api.class)) {
			assertThat(application.get("/medium", application.bearer()).status()).isEqualTo(200);
			assertThat(application.get("/open").status()).isEqualTo(200);
			Answer weak = application.get("/critical", application.bearer());
			assertRefused(weak, 401, "risk.step-up");
			assertThat(weak.header("WWW-Authenticate")).contains("error=\"insufficient_user_authentication\"")
				.contains("acr_values=\"gold\"")
				.contains("max_age=\"300\"");
			assertThat(weak.body()).doesNotContain("suspicious", "0.", "threshold", "listed-network");
			String strong = application.token().amr("pwd", "otp").authenticatedAt(Instant.now()).mint();
			assertThat(application.get("/critical", "Authorization: Bearer " + strong).status()).isEqualTo(200);
		}
	}

	@Test
	void getWhenRiskObservedThenServedAndReported() throws IOException {
		List<String> properties = List.of(SUSPICIOUS.get(0), "zt.checks.risk.mode=observe");
		try (RunningApplication application = RunningApplication.start(properties, Api.class)) {
			assertThat(application.get("/critical", application.bearer()).status()).isEqualTo(200);
			assertThat(application.context().getBean(ObserveReport.class).rows())
				.containsExactly(new ObserveReport.Row("GET /critical", "risk.step-up", 1));
			assertRefused(application.get("/critical"), 401, "subject.missing");
		}
	}

	@Test
	void getWhenNetworkDeniedThenRefusedBeforeTheTokenIsRead() throws IOException {
		List<String> properties = List.of("zt.risk.denied-networks=127.0.0.0/8");
		try (RunningApplication application = RunningApplication.start(properties, Api.class)) {
			assertRefused(application.get("/medium"), 403, "network.denied");
			assertRefused(application.get("/open"), 403, "network.denied");
			assertRefused(application.get("/nothing"), 403, "network.denied");
			assertRefused(application.get("/medium", application.bearer()), 403, "network.denied");
			assertRefused(application.get("/medium", application.bearer(BadToken.NOT_A_JWT)), 403, "network.denied");
			Answer expired = application.get("/medium", application.bearer(BadToken.EXPIRED));
			assertRefused(expired, 403, "network.denied");
			assertThat(expired.header("WWW-Authenticate")).isNull();
		}
	}

	@Test
	void getWhenOwnSignalSpeaksThenItCounts() throws IOException {
		try (RunningApplication application = RunningApplication.start(Api.class, OwnSignal.class)) {
			assertThat(application.get("/medium", application.bearer()).status()).isEqualTo(200);
			assertRefused(application.get("/medium", application.bearer(), "User-Agent: evil"), 403,
					"risk.quarantined");
			assertRefused(application.get("/medium", application.bearer(), "User-Agent: broken"), 403,
					"quarantine.active");
			String other = "Authorization: Bearer " + application.token().subject("other").mint();
			assertRefused(application.get("/medium", other, "User-Agent: broken"), 403, "check.failed");
			assertRefused(application.get("/medium", other, "User-Agent: silent"), 403, "check.failed");
			assertRefused(application.get("/medium", "User-Agent: broken"), 401, "subject.missing");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSignal {

		@Bean
		RiskSignal userAgentSignal() {
			return new UserAgentSignal();
		}

	}

	static class UserAgentSignal implements RiskSignal {

		@Override
		public String name() {
			return "user-agent";
		}

		@Override
		public EvidenceGroup group() {
			return EvidenceGroup.AUTHORISATION;
		}

		@Override
		public Assessment assess(AccessRequest request) {
			String agent = String.valueOf(request.context().userAgent());
			return switch (agent) {
				case "broken" -> throw new IllegalStateException("secret detail");
				case "silent" -> null;
				case "evil" -> new Assessment(14, "evil");
				default -> Assessment.silent();
			};
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return "open";
		}

		@GetMapping("/medium")
		@AnyAuthenticated(reason = "everybody may")
		String medium() {
			return "medium";
		}

		@GetMapping("/critical")
		@AnyAuthenticated(reason = "everybody may")
		@Sensitivity(SensitivityLevel.CRITICAL)
		String critical() {
			return "critical";
		}

	}

}
