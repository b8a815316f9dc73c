package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A route met before a forward opens nothing behind it.
 */
class ForwardedRouteJourneyTests {

	private static final List<String> ROUTES = List.of("zt.uncovered=deny", "zt.routes[0].paths=/forwarding",
			"zt.routes[0].public-access=everybody may forward");

	// a functional route without a pattern leaves the one of the forwarding handler
	@Test
	void forwardWhenFunctionHasNoPatternThenRouteOfForwarderIsNotItsRule() throws IOException {
		try (RunningApplication application = RunningApplication.start(ROUTES, Forwarding.class)) {
			assertThat(application.get("/forwarding").code()).isEqualTo("subject.missing");
			assertThat(application.get("/forwarding", application.bearer()).code()).isEqualTo("policy.uncovered");
			assertThat(application.get("/forwarding?to=/scoped", application.bearer()).code())
				.isEqualTo("policy.scope-missing");
			assertThat(application.get("/forwarding?to=/scoped", application.bearer("scoped")).body())
				.isEqualTo("scoped");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Forwarder.class)
	static class Forwarding {

		@Bean
		RouterFunction<ServerResponse> anywhere() {
			return RouterFunctions.route(RequestPredicates.param("to", (to) -> to.equals("/hidden")),
					(request) -> ServerResponse.ok().body("hidden"));
		}

		@Bean
		@RequiresScope("scoped")
		RouterFunction<ServerResponse> scoped() {
			return RouterFunctions.route().GET("/scoped", (request) -> ServerResponse.ok().body("scoped")).build();
		}

	}

	@RestController
	static class Forwarder {

		@GetMapping("/forwarding")
		void forward(HttpServletRequest request, HttpServletResponse response) throws Exception {
			String to = request.getParameter("to");
			request.getRequestDispatcher((to != null) ? to : "/nowhere?to=/hidden").forward(request, response);
		}

	}

}
