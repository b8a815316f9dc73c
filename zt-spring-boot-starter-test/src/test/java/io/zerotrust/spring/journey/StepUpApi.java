package io.zerotrust.spring.journey;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;

/**
 * What everybody may see, what a scope opens, and what needs a strong login beside it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StepUpApi.Controller.class)
class StepUpApi {

	@RestController
	static class Controller {

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return "open";
		}

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@GetMapping("/transfer")
		@RequiresScope("orders:read")
		@RequiresStepUp(acr = { "gold", "silver" }, maxAge = 300)
		String transfer() {
			return "transfer";
		}

		@GetMapping("/critical")
		@AnyAuthenticated(reason = "everybody may")
		@Sensitivity(SensitivityLevel.CRITICAL)
		String critical() {
			return "critical";
		}

	}

}
