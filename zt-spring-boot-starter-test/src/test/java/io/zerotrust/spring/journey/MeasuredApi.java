package io.zerotrust.spring.journey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.check.Check;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.Sensitivity;

/**
 * An application whose own check refuses as its callers say by the user agent.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ MeasuredApi.Controller.class, MeasuredApi.Reports.class })
class MeasuredApi {

	@Bean
	Check ownCheck() {
		return new OwnCheck();
	}

	@Bean
	Check ownRemoteCheck() {
		return new OwnRemoteCheck();
	}

	static final class OwnCheck implements LocalCheck {

		@Override
		public String name() {
			return "own.local";
		}

		@Override
		public Finding evaluate(AccessRequest request) {
			String agent = request.context().userAgent();
			if (agent == null || !agent.startsWith("own.")) {
				return Finding.pass();
			}
			return new Finding.Refuse(refusal(agent), List.of(new Evidence("own.agent", "seen " + agent)));
		}

		private static Refusal refusal(String agent) {
			return agent.equals("own.fast") ? new Throttle(Reason.of(agent), Duration.ofSeconds(3))
					: Deny.of(new Reason(agent, "the caller wanted " + agent));
		}

	}

	static final class OwnRemoteCheck implements RemoteCheck {

		@Override
		public String name() {
			return "own.remote";
		}

		@Override
		public CompletionStage<Finding> evaluate(AccessRequest request) {
			return CompletableFuture.completedStage(Finding.pass());
		}

	}

	@RestController
	static class Controller {

		private final Reports reports;

		Controller(Reports reports) {
			this.reports = reports;
		}

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order(@PathVariable String id) {
			return "order";
		}

		@GetMapping("/reports")
		@AnyAuthenticated(reason = "everybody may ask")
		@Nullable String reports() {
			return this.reports.latest();
		}

		@GetMapping("/critical")
		@AnyAuthenticated(reason = "everybody may")
		@Sensitivity(SensitivityLevel.CRITICAL)
		String critical() {
			return "critical";
		}

	}

	@Service
	static class Reports {

		@RequiresScope("reports:read")
		String latest() {
			return "report";
		}

	}

}
