package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AllowedCallers;
import io.zerotrust.policy.AnyAuthenticated;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The roles that operators give to clients count at services as they do at handlers.
 */
class CalledServiceJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of("zt.callers.backend=billing"), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void callWhenClientHasTheRoleThenRuns() throws IOException {
		assertThat(application.get("/backend", bearer("billing")).body()).isEqualTo("backend");
		assertThat(application.get("/client", bearer("shop")).body()).isEqualTo("client");
	}

	@Test
	void callWhenClientIsNoneOfThoseThenRefused() throws IOException {
		assertRefused(application.get("/backend", bearer("shop")), 403, "policy.caller-denied");
		assertRefused(application.get("/client", bearer("billing")), 403, "policy.caller-denied");
	}

	private static String bearer(String client) {
		return "Authorization: Bearer " + application.token().claim("client_id", client).mint();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, Service.class })
	static class Api {

	}

	@RestController
	@AnyAuthenticated(reason = "the service decides")
	static class Controller {

		private final Service service;

		Controller(Service service) {
			this.service = service;
		}

		@GetMapping("/backend")
		String backend() {
			return this.service.backend();
		}

		@GetMapping("/client")
		String client() {
			return this.service.client();
		}

	}

	static class Service {

		@AllowedCallers(roles = "backend")
		public String backend() {
			return "backend";
		}

		@AllowedCallers("shop")
		public String client() {
			return "client";
		}

	}

}
