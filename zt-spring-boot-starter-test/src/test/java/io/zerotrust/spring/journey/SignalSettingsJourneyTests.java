package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.decision.Refusal;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.risk.RiskTally;
import io.zerotrust.spring.journey.SurroundingsApi.Decisions;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A signal of the application in one class, and what the operator says about it by YAML:
 * it counts half, is only reported, is off. Each speaks of a user agent of its own.
 */
class SignalSettingsJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication
			.start(List.of("zt.risk.signals.own-heavy.weight=2", "zt.risk.signals.own-light.weight=0.5",
					"zt.risk.signals.own-reported.mode=report", "zt.risk.signals.own-off.mode=off",
					"zt.risk.signals.missing-mfa.mode=off", "zt.risk.thresholds.medium.step-up=0.4",
					"zt.risk.thresholds.medium.deny=0.9", "zt.risk.weights.session=0.5"), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	// 4 nats twice: 0.95
	@Test
	void getWhenSignalWeighsMoreThenRefused() throws IOException {
		assertRefused(get("own-heavy"), 401, "risk.step-up");
		assertThat(((Refusal) last().decision()).reason().detail())
			.isEqualTo("+8.0 own-heavy speaks, risk 0.95, threshold 0.40");
	}

	// 4 nats by half: 0.05
	@Test
	void getWhenSignalWeighsLessThenServed() throws IOException {
		assertThat(get("own-light").status()).isEqualTo(200);
		assertThat(score()).isCloseTo(RiskTally.risk(-3), within(1e-9));
	}

	@Test
	void getWhenSignalIsOnlyReportedThenServedAndSaid() throws IOException {
		assertThat(get("own-reported").status()).isEqualTo(200);
		assertThat(score()).isCloseTo(RiskTally.risk(-5), within(1e-9));
		assertThat(application.context().getBean(RiskEngine.class).score(last().request()).explain())
			.isEqualTo("+4.0 own-reported speaks (only reported)");
	}

	@Test
	void getWhenSignalIsOffThenNothingIsSaid() throws IOException {
		assertThat(get("own-off").status()).isEqualTo(200);
		assertThat(evidence()).isEmpty();
	}

	// 4 nats, and the threshold is lower than it would be
	@Test
	void getWhenThresholdIsSetThenItIsTheOneThatCounts() throws IOException {
		assertThat(get("own-plain").status()).isEqualTo(200);
		assertThat(score()).isCloseTo(RiskTally.risk(-1), within(1e-9));
		assertRefused(get("own-plain own-light"), 401, "risk.step-up");
		assertThat(((Refusal) last().decision()).reason().detail()).endsWith("risk 0.73, threshold 0.40");
	}

	// of the session half is left
	@Test
	void getWhenGroupWeighsLessThenAllItsSignalsDo() throws IOException {
		assertThat(get("own-session").status()).isEqualTo(200);
		assertThat(score()).isCloseTo(RiskTally.risk(-3), within(1e-9));
	}

	private static Answer get(String agent) throws IOException {
		return application.get("/medium", application.bearer(), "User-Agent: " + agent);
	}

	private static Evaluation last() {
		return application.context().getBean(Decisions.class).last();
	}

	private static List<Evidence> evidence() {
		return last().findings()
			.stream()
			.filter((found) -> found.check().equals("risk"))
			.map((found) -> found.finding())
			.flatMap((finding) -> finding.equals(Finding.pass()) ? List.<Evidence>of().stream()
					: finding.evidence().stream())
			.toList();
	}

	private static double score() {
		return Double.parseDouble(evidence().get(0).value());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, Decisions.class })
	static class Api {

		@Bean
		RiskSignal heavy() {
			return new AgentSignal("own-heavy", EvidenceGroup.CONTEXT);
		}

		@Bean
		RiskSignal light() {
			return new AgentSignal("own-light", EvidenceGroup.CONTEXT);
		}

		@Bean
		RiskSignal plain() {
			return new AgentSignal("own-plain", EvidenceGroup.CONTEXT);
		}

		@Bean
		RiskSignal reported() {
			return new AgentSignal("own-reported", EvidenceGroup.CONTEXT);
		}

		@Bean
		RiskSignal off() {
			return new AgentSignal("own-off", EvidenceGroup.CONTEXT);
		}

		@Bean
		RiskSignal session() {
			return new AgentSignal("own-session", EvidenceGroup.SESSION);
		}

	}

	/**
	 * Speaks if the user agent names it.
	 */
	record AgentSignal(String name, EvidenceGroup group) implements RiskSignal {

		@Override
		public Assessment assess(AccessRequest request) {
			String agent = String.valueOf(request.context().userAgent());
			return agent.contains(this.name) ? new Assessment(4, this.name + " speaks") : Assessment.silent();
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/medium")
		@AnyAuthenticated(reason = "everybody may")
		String medium() {
			return "medium";
		}

	}

}
