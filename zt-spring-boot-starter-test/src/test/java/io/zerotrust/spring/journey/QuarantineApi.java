package io.zerotrust.spring.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.risk.quarantine.QuarantineEvent;
import io.zerotrust.risk.quarantine.QuarantineKey;
import io.zerotrust.spring.MovableClock;

/**
 * What looks like somebody else's things, what looks like somebody else, and what does
 * not.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ QuarantineApi.Controller.class, QuarantineApi.Vault.class, QuarantineApi.Told.class,
		QuarantineApi.Failing.class })
class QuarantineApi {

	@Bean
	MovableClock clock() {
		return new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
	}

	@Bean
	MeterRegistry meterRegistry() {
		return new SimpleMeterRegistry();
	}

	@Bean
	RiskSignal foreign() {
		return new OnPath("foreign", EvidenceGroup.AUTHORISATION, 14);
	}

	@Bean
	RiskSignal strange() {
		return new OnPath("strange", EvidenceGroup.CONTEXT, 7);
	}

	private record OnPath(String name, EvidenceGroup group, double nats) implements RiskSignal {

		@Override
		public Assessment assess(AccessRequest request) {
			return request.resource().id().endsWith(this.name) ? new Assessment(this.nats, this.name + " things")
					: Assessment.silent();
		}

	}

	static class Told {

		private final List<QuarantineEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(QuarantineEvent event) {
			this.events.add(event);
		}

		List<QuarantineEvent> of(String subject) {
			return this.events.stream().filter((event) -> event.quarantined().key().subject().equals(subject)).toList();
		}

	}

	/**
	 * Changes nothing by throwing.
	 */
	static class Failing {

		@EventListener
		void on(QuarantineEvent event) {
			throw new IllegalStateException("listener of the application");
		}

	}

	@Service
	static class Vault {

		@AnyAuthenticated(reason = "everybody may")
		String open() {
			return "open";
		}

	}

	@RestController
	static class Controller {

		private final Vault vault;

		private final Quarantine quarantine;

		private final Clock clock;

		Controller(Vault vault, Quarantine quarantine, Clock clock) {
			this.vault = vault;
			this.quarantine = quarantine;
			this.clock = clock;
		}

		@GetMapping("/orders")
		@AnyAuthenticated(reason = "everybody may")
		String orders() {
			return "orders";
		}

		@GetMapping("/foreign")
		@AnyAuthenticated(reason = "everybody may")
		String foreign() {
			return "foreign";
		}

		@GetMapping("/strange")
		@AnyAuthenticated(reason = "everybody may")
		String strange() {
			return "strange";
		}

		@GetMapping("/admin")
		@RequiresScope("admin")
		String admin() {
			return "admin";
		}

		/**
		 * Shuts the caller out before a guarded method is called.
		 */
		@GetMapping("/vault")
		@AnyAuthenticated(reason = "everybody may")
		String vault(@AuthenticationPrincipal Jwt token) {
			this.quarantine.impose(QuarantineKey.ofSubject(token.getClaimAsString("iss"), token.getSubject()), "test",
					null, this.clock.instant(), "test");
			return this.vault.open();
		}

	}

}
