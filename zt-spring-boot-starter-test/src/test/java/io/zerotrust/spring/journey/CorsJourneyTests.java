package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import io.zerotrust.policy.RequiresScope;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Browsers from other origins, on the default chain.
 */
class CorsJourneyTests {

	private static final String ALLOWED = "Origin: https://spa.example";

	private static final String FOREIGN = "Origin: https://foreign.example";

	private static final String METHOD = "Access-Control-Request-Method: GET";

	@Test
	void sendWhenCorsFilterThenRefusalsCarryCorsHeaders() throws IOException {
		try (RunningApplication application = RunningApplication.start(WithFilter.class)) {
			Answer preFlight = application.send("OPTIONS", "/orders", ALLOWED, METHOD);
			assertThat(preFlight.status()).as("%s", preFlight).isEqualTo(200);
			assertThat(preFlight.header("Access-Control-Allow-Origin")).isEqualTo("https://spa.example");
			// the body of the CorsFilter stays
			assertRefused(application.send("OPTIONS", "/orders", FOREIGN, METHOD), 403, "");
			Answer actual = application.get("/orders", ALLOWED);
			assertRefused(actual, 401, "subject.missing");
			assertThat(actual.header("Access-Control-Allow-Origin")).isEqualTo("https://spa.example");
			assertThat(application.get("/orders", FOREIGN, application.bearer("orders:read")).status()).isEqualTo(403);
			assertThat(Ran.take()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendWhenCrossOriginAnnotationAloneThenPreFlightIsAnsweredAndNothingRuns(Placement placement)
			throws IOException {
		try (RunningApplication application = RunningApplication.startHandlers(placement, List.of(),
				Controller.class)) {
			Answer preFlight = application.send("OPTIONS", "/orders", ALLOWED, METHOD);
			assertThat(preFlight.status()).as("%s", preFlight).isEqualTo(200);
			assertThat(preFlight.header("Access-Control-Allow-Origin")).isEqualTo("https://spa.example");
			assertThat(application.send("OPTIONS", "/orders", FOREIGN, METHOD).status()).isEqualTo(403);
			assertThat(application.send("OPTIONS", "/nothing", ALLOWED, METHOD).header("Access-Control-Allow-Origin"))
				.isNull();
			assertRefused(application.get("/orders", ALLOWED, METHOD), 401, "subject.missing");
			assertRefused(application.send("OPTIONS", "/orders", METHOD), 401, "subject.missing");
			assertThat(Ran.take()).isEmpty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Api.class)
	static class WithFilter {

		@Bean
		UrlBasedCorsConfigurationSource corsConfigurationSource() {
			CorsConfiguration cors = new CorsConfiguration();
			cors.setAllowedOrigins(List.of("https://spa.example"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", cors);
			return source;
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		@CrossOrigin("https://spa.example")
		String orders() {
			return Ran.record("orders");
		}

	}

}
