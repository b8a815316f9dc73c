package io.zerotrust.spring.journey;

import java.util.concurrent.Callable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.SenderConstraint;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresSenderConstrained;

/**
 * An application for tokens that are bound to something.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ BoundApi.Controller.class, BoundApi.Vault.class })
class BoundApi {

	@RestController
	@RequiresScope("read")
	static class Controller {

		private final Vault vault;

		Controller(Vault vault) {
			this.vault = vault;
		}

		@GetMapping("/plain")
		String plain() {
			return "plain";
		}

		@GetMapping("/bound")
		@RequiresSenderConstrained
		String bound() {
			return "bound";
		}

		@GetMapping("/by-key")
		@RequiresSenderConstrained(SenderConstraint.DPOP)
		String byKey() {
			return "by key";
		}

		@GetMapping("/routed")
		String routed() {
			return "routed";
		}

		@GetMapping("/vault")
		String vault() {
			return this.vault.open();
		}

		@GetMapping("/vault/later")
		Callable<String> later() {
			return this.vault::open;
		}

	}

	@Component
	static class Vault {

		@RequiresScope("read")
		@RequiresSenderConstrained(SenderConstraint.MTLS)
		public String open() {
			return "open";
		}

	}

}
