package io.zerotrust.spring.journey;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresScope;

/**
 * An application with endpoints of its own, and handlers where the Actuator is.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ActuatorApi.Controller.class, VaultEndpoint.class, VaultEndpoint.Tree.class })
class ActuatorApi {

	@RestController
	@RequiresScope("shop")
	static class Controller {

		@GetMapping("/healthz")
		String beside() {
			return Ran.record("beside");
		}

		@PostMapping("/healthz")
		String change() {
			return Ran.record("change");
		}

		@GetMapping("/healthz/admin")
		String admin() {
			return Ran.record("admin");
		}

		@GetMapping({ "/actuator/own", "/own" })
		String own() {
			return Ran.record("own");
		}

		@GetMapping({ "/actuator/health/own/{x}", "/health/own/{x}" })
		String underHealth() {
			return Ran.record("underHealth");
		}

	}

}
