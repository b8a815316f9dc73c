package io.zerotrust.samples.gateway;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresScope;

/**
 * A gateway with a handler of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TestGateway.Local.class)
class TestGateway {

	@Bean
	RewritingFilter rewritingFilter() {
		return new RewritingFilter();
	}

	@RestController
	static class Local {

		@GetMapping("/local")
		@RequiresScope("local")
		String local() {
			return "local";
		}

	}

}
