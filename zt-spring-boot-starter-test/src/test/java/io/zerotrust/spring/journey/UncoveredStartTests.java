package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Nothing is reachable that nobody ruled on: the start fails and says what to paste.
 */
@ExtendWith(OutputCaptureExtension.class)
class UncoveredStartTests {

	private static final String TYPE = UncoveredStartTests.class.getName();

	private static final String ACTION = """
			Action:

			Say for each who may call it: @RequiresScope, @RequiresRole, @AnyAuthenticated(reason = "…") or \
			@PublicAccess(reason = "…"). To start all the same and refuse these endpoints, set \
			zt.uncovered: deny. To see first what would be refused, set zt.mode: observe.
			""";

	@Test
	void startWhenHandlerHasNoRuleThenFailsWithWhatToPaste(CapturedOutput output) {
		assertFails(Api.class);
		assertThat(output).contains("""
				Description:

				Endpoints that nobody ruled on would be refused to everybody:

				  POST /orders
				    %1$s$Unruled.create
				    paste: @RequiresScope("orders:write") on the method or its type
				  GET /orders/{id}
				    %1$s$Unruled.order
				    paste: @RequiresScope("orders:read") on the method or its type

				""".formatted(TYPE) + ACTION);
	}

	@Test
	void startWhenRouteHasNoRuleThenFailsWithWhatToPaste(CapturedOutput output) {
		assertFails(Routes.class);
		assertThat(output).contains("""
				Endpoints that nobody ruled on would be refused to everybody:

				  (GET && /hello)
				    bean routes
				    paste: @RequiresScope("hello:read") on the @Bean method of the routes

				""" + ACTION);
	}

	@Test
	void startWhenRulesConflictThenFailsNamingTheConflict(CapturedOutput output) {
		assertFails(Conflicts.class);
		assertThat(output).contains("""
				Endpoints that nobody ruled on would be refused to everybody:

				  GET /disagreeing
				    %1$s$Conflicting.disagreeing
				    conflict: different rules at %1$s$One.disagreeing and %1$s$Two.disagreeing

				""".formatted(TYPE) + ACTION);
	}

	@Test
	void startWhenMappingKnowsNoInterceptorsThenFails(CapturedOutput output) {
		assertFails(RawMapping.class);
		assertThat(output).contains("""
				Description:

				Handler mappings without interceptors cannot be guarded: [%1$s$RawHandlerMapping]

				Action:

				Let them extend AbstractHandlerMapping.
				""".formatted(TYPE));
	}

	@Test
	void startWhenUncoveredAreDeniedThenStartsAndRefusesThem() throws IOException {
		List<String> deny = List.of("zt.uncovered=deny");
		try (RunningApplication application = RunningApplication.start(deny, Api.class, Conflicts.class)) {
			assertRefused(application.get("/orders/1"), 401, "subject.missing");
			assertRefused(application.get("/orders/1", application.bearer("orders:read")), 403, "policy.uncovered");
			assertRefused(application.get("/disagreeing"), 401, "subject.missing");
			assertRefused(application.get("/disagreeing", application.bearer("one", "two")), 403, "policy.conflict");
			assertThat(application.get("/disagreeing", application.bearer()).body()).doesNotContain("Conflicting");
		}
	}

	static void assertFails(Class<?> source, String... properties) {
		assertThatException().isThrownBy(() -> RunningApplication.start(List.of(properties), source).close());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Unruled.class)
	static class Api {

	}

	@RestController
	static class Unruled {

		@GetMapping("/orders/{id}")
		String order() {
			return "order";
		}

		@PostMapping("/orders")
		String create() {
			return "created";
		}

		@GetMapping("/ruled")
		@PublicAccess(reason = "everybody may look")
		String ruled() {
			return "ruled";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Routes {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route().GET("/hello", (request) -> ServerResponse.ok().build()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Conflicting.class)
	static class Conflicts {

	}

	interface One {

		@RequiresScope("one")
		String disagreeing();

	}

	interface Two {

		@RequiresScope("two")
		String disagreeing();

	}

	@RestController
	static class Conflicting implements One, Two {

		@Override
		@GetMapping("/disagreeing")
		public String disagreeing() {
			return "disagreeing";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class RawMapping {

		@Bean
		HandlerMapping rawHandlerMapping() {
			return new RawHandlerMapping();
		}

	}

	static class RawHandlerMapping implements HandlerMapping {

		@Override
		public org.springframework.web.servlet.HandlerExecutionChain getHandler(
				jakarta.servlet.http.HttpServletRequest request) {
			return new org.springframework.web.servlet.HandlerExecutionChain(this);
		}

	}

}
