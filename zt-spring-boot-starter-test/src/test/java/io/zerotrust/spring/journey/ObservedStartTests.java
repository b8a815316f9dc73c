package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.test.BadToken;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Observe mode never keeps an application from starting, and a mode is one for all of zt.
 */
class ObservedStartTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	@Test
	void startWhenNothingIsConfiguredThenStartsAndServesAsSpringDoes() throws IOException {
		List<String> properties = List.of("zt.mode=observe", "!" + JWT + "issuer-uri", "!" + JWT + "audiences");
		try (RunningApplication application = RunningApplication.start(properties, UncoveredApis.Api.class,
				UncoveredApis.Conflicts.class, UncoveredApis.RawMapping.class)) {
			assertThat(application.context().containsBean("ztDefaultSecurityFilterChain")).isFalse();
			String token = application.token().type("JWT").mint();
			assertThat(application.get("/orders/1", "Authorization: Bearer " + token).body()).isEqualTo("order");
			assertThat(application.get("/disagreeing", "Authorization: Bearer " + token).status()).isEqualTo(200);
			assertThat(application.get("/orders/1").status()).isEqualTo(401);
			assertThat(application.get("/orders/1").code()).isEmpty();
			assertThat(application.context().getBean(ObserveReport.class).rows()).isNotEmpty();
		}
	}

	@Test
	void startWhenOneCheckIsObservedThenOnlyThatOneOnlyCounts() throws IOException {
		List<String> properties = List.of("zt.checks[token.lifetime].mode=observe");
		try (RunningApplication application = RunningApplication.start(properties, CorePathJourneyTests.Api.class)) {
			assertThat(
					application.get("/orders/1", application.bearer(BadToken.LIVES_24_HOURS, "orders:read")).status())
				.isEqualTo(200);
			assertThat(application.context().getBean(ObserveReport.class).rows()).hasSize(1)
				.allSatisfy((row) -> assertThat(row.code()).startsWith("token."));
			assertRefused(application.get("/orders/1", application.bearer(BadToken.LIVES_24_HOURS)), 403,
					"policy.scope-missing");
			assertThat(application.get("/orders/1", application.bearer(BadToken.ID_TOKEN, "orders:read")).status())
				.isEqualTo(401);
		}
	}

	@Test
	void getWhenObservedThenReportTellsOurRefusalsFromThoseOfSpring() throws IOException {
		List<String> properties = List.of("zt.mode=observe");
		try (RunningApplication application = RunningApplication.start(properties, CorePathJourneyTests.Api.class)) {
			ObserveReport report = application.context().getBean(ObserveReport.class);
			assertThat(application.get("/orders/1", application.bearer(BadToken.FOREIGN_KEY)).status()).isEqualTo(401);
			assertThat(report.rows()).extracting(ObserveReport.Row::code)
				.containsExactly(ObserveReport.REFUSED_BY_SPRING);
			String token = application.token().type("JWT").mint();
			assertThat(application.get("/orders/1", "Authorization: Bearer " + token).status()).isEqualTo(200);
			assertThat(report.rows()).contains(new ObserveReport.Row("GET /orders/{id}", "policy.scope-missing", 1));
		}
	}

	@Test
	void startWhenObservedAndRoutesAreAskedForByTheirTypeThenStarts() throws IOException {
		try (RunningApplication application = RunningApplication.start(List.of("zt.mode=observe"), Typed.class)) {
			assertThat(application.port()).isPositive();
		}
	}

	@Test
	void startWhenModeIsSetToNothingThenOneModeHoldsEverywhere() throws IOException {
		List<String> properties = List.of("zt.mode=");
		try (RunningApplication application = RunningApplication.start(properties, CorePathJourneyTests.Api.class)) {
			boolean enforces = application.get("/nothing").code().equals("subject.missing");
			assertThat(application.context().containsBean("ztDefaultSecurityFilterChain")).isEqualTo(enforces);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Routes.class, RoutesUser.class })
	static class Typed {

	}

	static class Routes implements RouterFunction<ServerResponse> {

		@Override
		public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
			return Optional.empty();
		}

	}

	static class RoutesUser {

		RoutesUser(Routes routes) {
		}

	}

}
