package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Nothing is reachable that nobody ruled on: the start fails and says what to paste.
 */
@ExtendWith(OutputCaptureExtension.class)
class UncoveredStartTests {

	private static final String TYPE = UncoveredApis.class.getName();

	private static final String ACTION = """
			Action:

			Say for each who may call it: @RequiresScope, @RequiresRole, @AnyAuthenticated(reason = "…") or \
			@PublicAccess(reason = "…"), or the same in zt.routes. To start all the same and refuse these endpoints, set \
			zt.uncovered: deny. To see first what would be refused, set zt.mode: observe.
			""";

	@Test
	void startWhenHandlerHasNoRuleThenFailsWithWhatToPaste(CapturedOutput output) {
		assertFails(UncoveredApis.Api.class);
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
		assertFails(UncoveredApis.Routes.class);
		assertThat(output).contains("""
				Endpoints that nobody ruled on would be refused to everybody:

				  GET /hello
				    bean routes
				    paste: @RequiresScope("hello:read") on the @Bean method of the routes

				""" + ACTION);
	}

	@Test
	void startWhenRulesConflictThenFailsNamingTheConflict(CapturedOutput output) {
		assertFails(UncoveredApis.Conflicts.class);
		assertThat(output).contains("""
				Endpoints that nobody ruled on would be refused to everybody:

				  GET /disagreeing
				    %1$s$Conflicting.disagreeing
				    conflict: different rules at %1$s$One.disagreeing and %1$s$Two.disagreeing

				""".formatted(TYPE) + ACTION);
	}

	@Test
	void startWhenMappingKnowsNoInterceptorsThenFails(CapturedOutput output) {
		assertFails(UncoveredApis.RawMapping.class);
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
		try (RunningApplication application = RunningApplication.start(deny, UncoveredApis.Api.class,
				UncoveredApis.Conflicts.class)) {
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

}
