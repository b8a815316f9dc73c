package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import io.zerotrust.policy.PublicAccess;

/**
 * An application that opens everything on its own port, so that its rules do harm where
 * they are taken for the Actuator's.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ManagementApi.Controller.class)
class ManagementApi {

	@Bean
	SimpleUrlHandlerMapping trap() {
		return new SimpleUrlHandlerMapping(Map.of("/trap", new Trap()), Ordered.HIGHEST_PRECEDENCE);
	}

	@PublicAccess(reason = "the trap")
	static class Trap implements HttpRequestHandler {

		@Override
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().write("trap");
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/{any}/{thing}")
		@PublicAccess(reason = "the trap")
		String any() {
			return "any";
		}

		@PostMapping("/{any}/{thing}/{other}")
		@PublicAccess(reason = "the trap")
		String other() {
			return "other";
		}

	}

}
