package io.zerotrust.samples.benchmarks.application;

import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresScope;

/**
 * The one endpoint that is measured.
 */
@RestController
class OrderController {

	@GetMapping("/orders/{id}")
	@RequiresScope("orders:read")
	Map<String, String> order(@PathVariable String id) {
		return Map.of("id", id);
	}

}
