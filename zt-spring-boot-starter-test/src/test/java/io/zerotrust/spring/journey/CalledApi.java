package io.zerotrust.spring.journey;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.policy.AllowedCallers;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;

/**
 * Endpoints with rules about roles and callers.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import(CalledApi.Controller.class)
class CalledApi {

	@RestController
	static class Controller {

		@GetMapping("/scope")
		@RequiresScope("orders:read")
		String scope() {
			return "scope";
		}

		@GetMapping("/role")
		@RequiresRole("clerk")
		String role() {
			return "role";
		}

		@GetMapping("/spring")
		@AnyAuthenticated(reason = "Spring's rule decides")
		@PreAuthorize("hasRole('clerk') and hasAuthority('SCOPE_orders:read')")
		String spring() {
			return "spring";
		}

		@GetMapping("/web")
		@AllowedCallers("web")
		String web() {
			return "web";
		}

		@GetMapping("/backend")
		@AllowedCallers(roles = "backend")
		String backend() {
			return "backend";
		}

		@GetMapping("/service")
		@RequiresScope("orders:read")
		@AllowedCallers(kinds = SubjectKind.SERVICE)
		String service() {
			return "service";
		}

		@GetMapping("/human")
		@AllowedCallers(kinds = SubjectKind.HUMAN)
		String human() {
			return "human";
		}

	}

}
