package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.RequiresScope;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody maps in the context of a management port is not seen at start, and
 * refused unless it is ruled on.
 */
@ParameterizedClass
@EnumSource(mode = Mode.MATCH_ALL, names = "MANAGEMENT_PORT.*")
class ManagementHandlersJourneyTests {

	private static RunningApplication application;

	ManagementHandlersJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.startHandlers(placement, List.of("zt.public-resources=/listed/**",
				"spring.web.resources.static-locations=classpath:/journey-static/"), Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@Test
	void getWhenHandlerIsUnruledThenRefused() throws IOException {
		for (String path : List.of("/unruled", "/route", "/ruled-route")) {
			assertRefused(application.get(path), 401, "subject.missing");
			assertRefused(application.get(path, application.bearer("strict")), 403, "policy.uncovered");
		}
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void getWhenHandlerIsRuledThenItsRuleHolds() throws IOException {
		assertRefused(application.get("/ruled"), 401, "subject.missing");
		assertRefused(application.get("/ruled", application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get("/ruled", application.bearer("strict")).body()).isEqualTo("ruled");
	}

	// the application's resources are served on this port too
	@Test
	void getWhenResourceThenListedOnesAlone() throws IOException {
		assertThat(application.get("/unlisted.txt").status()).isEqualTo(401);
		assertThat(application.get("/unlisted.txt", application.bearer()).status()).isEqualTo(404);
		assertThat(application.get("/listed/../unlisted.txt").status()).isEqualTo(400);
		assertThat(application.get("/listed/a.txt").body()).contains("content of a");
	}

	@Test
	void getWhenPathUnknownThenNotFoundForVerifiedCallersOnly() throws IOException {
		assertRefused(application.get("/nothing"), 401, "subject.missing");
		assertThat(application.get("/nothing", application.bearer()).status()).isEqualTo(404);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class Handlers {

		@Bean
		RouterFunction<ServerResponse> route() {
			return RouterFunctions.route().GET("/route", (request) -> ok()).build();
		}

		// routes get their rules in the application's context alone
		@Bean
		@RequiresScope("strict")
		RouterFunction<ServerResponse> ruledRoute() {
			return RouterFunctions.route().GET("/ruled-route", (request) -> ok()).build();
		}

		private static ServerResponse ok() {
			return ServerResponse.ok().body(Ran.record("route"));
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/unruled")
		String unruled() {
			return Ran.record("unruled");
		}

		@GetMapping("/ruled")
		@RequiresScope("strict")
		String ruled() {
			return Ran.record("ruled");
		}

	}

}
