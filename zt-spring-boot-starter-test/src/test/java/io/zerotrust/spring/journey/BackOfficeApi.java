package io.zerotrust.spring.journey;

import java.security.Principal;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;

/**
 * A back office for browsers, exports by password, a page by certificate, and an API.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BackOfficeApi.Pages.class)
class BackOfficeApi {

	static final String[] AREAS = { "zt.credentials.session=/backoffice/**", "zt.credentials.basic=/export/**" };

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(User.withUsername("clerk").password("{noop}pass").roles("clerk").build(),
				User.withUsername("chief").password("{noop}pass").roles("clerk", "chief").build());
	}

	/**
	 * What is served, and for whom.
	 */
	@RestController
	static class Pages {

		@GetMapping("/backoffice/home")
		@RequiresRole("clerk")
		String home(Principal principal, CsrfToken token) {
			return "<p>" + principal.getName() + "</p><input name=\"_csrf\" value=\"" + token.getToken() + "\">";
		}

		@PostMapping("/backoffice/orders")
		@RequiresRole("clerk")
		String order() {
			return "ordered";
		}

		@PostMapping(path = "/backoffice/form", params = "save")
		@RequiresRole("clerk")
		String save() {
			return "saved";
		}

		@PostMapping(path = "/backoffice/form", params = "drop")
		@RequiresRole("chief")
		String drop() {
			return "dropped";
		}

		@GetMapping("/backoffice/chief")
		@RequiresRole("chief")
		String chief() {
			return "chief";
		}

		@RequestMapping("/backoffice/denied")
		@AnyAuthenticated(reason = "says no, to whom it is said")
		String denied() {
			return "Not for you";
		}

		@GetMapping("/backoffice/fresh")
		@RequiresRole("clerk")
		@RequiresStepUp(maxAge = 2)
		String fresh() {
			return "fresh";
		}

		@GetMapping("/export/orders")
		@RequiresRole("clerk")
		String export() {
			return "exported";
		}

		@PostMapping("/export/orders")
		@RequiresRole("clerk")
		String replace() {
			return "replaced";
		}

		@GetMapping("/machine/status")
		@RequiresRole("clerk")
		String status(Principal principal) {
			return principal.getName();
		}

		@PostMapping("/machine/status")
		@RequiresRole("clerk")
		String report() {
			return "reported";
		}

		@GetMapping("/api/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@GetMapping("/api/me")
		@AnyAuthenticated(reason = "everybody has a profile")
		String me() {
			return "me";
		}

		@PostMapping("/api/me")
		@AnyAuthenticated(reason = "everybody has a profile")
		String change() {
			return "changed";
		}

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return "open";
		}

	}

}
