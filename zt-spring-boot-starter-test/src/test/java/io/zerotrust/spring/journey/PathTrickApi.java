package io.zerotrust.spring.journey;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * An application where the wrong reading of a target or method would be a way in.
 */
@Configuration(proxyBeanMethods = false)
@Import(PathTrickApi.Controller.class)
class PathTrickApi {

	@RestController
	static class Controller {

		@GetMapping("/open/{x}")
		@PublicAccess(reason = "everybody may look")
		String open(@PathVariable String x, @MatrixVariable(required = false, defaultValue = "") String a) {
			return Ran.record("open");
		}

		@PostMapping("/open/{x}")
		@RequiresScope("open:write")
		String post(@PathVariable String x) {
			return Ran.record("post");
		}

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order(@PathVariable String id) {
			return Ran.record("order");
		}

		@DeleteMapping("/orders/{id}")
		@RequiresScope("orders:write")
		String delete(@PathVariable String id) {
			return Ran.record("delete");
		}

		@GetMapping("/admin")
		@RequiresScope("admin")
		String admin() {
			return Ran.record("admin");
		}

	}

}
