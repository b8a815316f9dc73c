package io.zerotrust.spring.journey;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;

/**
 * Says who it thinks is calling.
 */
@RestController
class MixedController {

	static String name(@Nullable Principal principal) {
		return (principal != null) ? principal.getName() : "anonymous";
	}

	@GetMapping("/banner")
	@PublicAccess(reason = "shown before login", ignoreBadCredentials = true)
	String banner(@Nullable Principal principal) {
		return name(principal);
	}

	@GetMapping("/catalog")
	@PublicAccess(reason = "everybody may look")
	String catalog(@Nullable Principal principal) {
		return name(principal);
	}

	@GetMapping({ "/me", "/own/me" })
	@AnyAuthenticated(reason = "everybody has a profile")
	String me() {
		return "me";
	}

	@GetMapping({ "/admin", "/own/admin", "/gateway/admin" })
	@RequiresRole("admin")
	String admin() {
		return "admin";
	}

}
