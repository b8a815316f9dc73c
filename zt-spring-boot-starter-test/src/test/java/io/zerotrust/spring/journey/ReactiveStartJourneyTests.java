package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What stops the start of a WebFlux application, and what its log says once it serves.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReactiveStartJourneyTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	@Test
	void startWhenHandlersHaveNoRuleThenFailsWithWhatToPaste(CapturedOutput output) {
		assertFails(ReactiveUncoveredApis.Api.class);
		String unruled = UncoveredApis.class.getName() + "$Unruled";
		assertThat(output).contains("Endpoints that nobody ruled on would be refused to everybody:")
			.contains("""
					  POST /orders
					    %1$s.create
					    paste: @RequiresScope("orders:write") on the method or its type
					  GET /orders/{id}
					    %1$s.order
					    paste: @RequiresScope("orders:read") on the method or its type
					""".formatted(unruled))
			.contains("""
					  GET /hello
					    bean routes
					    paste: @RequiresScope("hello:read") on the @Bean method of the routes
					""")
			.contains("GET /page")
			.contains("/socket")
			.contains("io.zerotrust.spring.journey.ReactiveUncoveredApis$Socket")
			.doesNotContain("/ruled");
	}

	@Test
	void startWhenUncoveredAreDeniedThenStartsRefusesThemAndSaysSo(CapturedOutput output) throws IOException {
		try (RunningApplication application = RunningApplication.startReactive(
				List.of("zt.uncovered=deny", "zt.routes[0].paths=/page", "zt.routes[0].scopes=page"),
				ReactiveUncoveredApis.Api.class)) {
			assertThat(application.get("/orders/1").code()).isEqualTo("subject.missing");
			for (String path : List.of("/orders/1", "/hello", "/socket")) {
				Answer answer = application.get(path, application.bearer("orders:read"));
				assertThat(answer.status()).as("%s", answer).isEqualTo(403);
				assertThat(answer.code()).isEqualTo("policy.uncovered");
			}
			assertThat(application.get("/page", application.bearer("page")).status()).isEqualTo(200);
			assertThat(application.get("/page", application.bearer("other")).code()).isEqualTo("policy.scope-missing");
			assertThat(application.get("/ruled").body()).isEqualTo("ruled");
			assertThat(application.get("/ruled").header("Set-Cookie")).isNull();
			assertThat(output).contains("zt enforces:")
				.contains("  public       GET /ruled")
				.contains("  no rule      GET /orders/{id}")
				.containsPattern("  chains +\\d, 0 of them without gates")
				.doesNotContain("  warning")
				.doesNotContain("Using generated security password");
		}
	}

	static Stream<Arguments> mistakes() {
		return Stream.of(
				Arguments.of(BareApplication.class, List.of("zt.routes[0].paths=/nowhere", "zt.routes[0].scopes=a"),
						"zt.routes[0].paths has /nowhere, which no handler is mapped at."),
				Arguments.of(BareApplication.class, List.of("zt.routes[0].servlets=soap", "zt.routes[0].scopes=a"),
						"zt.routes[0].servlets has soap, which is no servlet beside the dispatcher servlet."),
				Arguments.of(BareApplication.class, List.of("!" + JWT + "audiences"), JWT + "audiences"),
				Arguments.of(BareApplication.class, List.of("zt.actuator.endpoints.nothing.read-scope=a"),
						"zt.actuator.endpoints"),
				Arguments.of(BareApplication.class, List.of("zt.credentials.session=/**"),
						"there is no ReactiveUserDetailsService or ReactiveAuthenticationManager bean."),
				Arguments.of(ReactiveUncoveredApis.Unprotected.class,
						List.of("zt.credentials.session=/login/**", "zt.uncovered=deny"),
						"zt.credentials.session has [/login/**], under which no handler is mapped."),
				Arguments.of(ReactiveUncoveredApis.Rewriting.class, List.of(),
						"A ForwardedHeaderTransformer is registered, so the address of callers is taken from headers"),
				Arguments.of(ReactiveUncoveredApis.Unfiltered.class, List.of(),
						"The HttpHandler beans [open] are not made of the application's filters"),
				Arguments.of(ReactiveUncoveredApis.Hasty.class, List.of(),
						"The handler adapters [hasty] stand before the guard"),
				Arguments.of(BareApplication.class, List.of("server.forward-headers-strategy=framework"),
						"server.forward-headers-strategy is framework, so the address of callers is taken from headers"),
				Arguments.of(BareApplication.class, List.of("spring.main.cloud-platform=kubernetes"),
						"server.forward-headers-strategy is not set and native because of the platform KUBERNETES"));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void startWhenMisconfiguredThenFailsAndSaysWhy(Class<?> source, List<String> properties, String why,
			CapturedOutput output) {
		assertFails(source, properties.toArray(String[]::new));
		assertThat(output).contains("Description:").contains(why).contains("Action:");
	}

	@Test
	void startWhenObservedThenOnlyWarnsAndKeepsBootsChain(CapturedOutput output) throws IOException {
		try (RunningApplication application = RunningApplication.startReactive(
				List.of("zt.mode=observe", "zt.credentials.session=/ruled"), ReactiveUncoveredApis.Api.class,
				ReactiveUncoveredApis.Unprotected.class)) {
			assertThat(output).contains("zt only observes and refuses nothing:")
				.contains("zt would not start: 5 handlers without a rule")
				.contains("zt would not start: zt.credentials.session is set, but the filter chain site has no CSRF "
						+ "protection")
				.contains("  warning      the filter chain site permits everybody the rest")
				.contains("write anyExchange().authenticated() to say so");
			assertThat(application.get("/orders/1").body()).isEqualTo("order");
			assertThat(application.context().containsBean("ztDefaultSecurityFilterChain")).isFalse();
		}
	}

	private static void assertFails(Class<?> source, String... properties) {
		assertThatException().isThrownBy(() -> RunningApplication.startReactive(List.of(properties), source).close());
	}

}
