package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.spring.MovableClock;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.remote.KeyFetching;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An issuer that is away when the application starts, comes, and goes again: readiness
 * says so, liveness does not, and nobody has to send a request for it.
 */
class IssuerKeysJourneyTests {

	private static final String READINESS = "/actuator/health/readiness";

	private final WireMockServer issuer = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	@BeforeEach
	void start() {
		this.issuer.start();
		this.issuer.stubFor(get("/keys").willReturn(serverError()));
	}

	@AfterEach
	void stop() {
		this.issuer.stop();
	}

	@Test
	@Tag("AT4")
	void readinessWhenIssuerIsAwayAtStartThenRecoversWithoutTraffic() throws Exception {
		try (RunningApplication application = application()) {
			MovableClock clock = application.context().getBean(MovableClock.class);
			eventually(application, "/keys answers with status 500");
			Answer away = application.get(READINESS);
			assertThat(away.status()).as("%s", away).isEqualTo(503);
			assertThat(away.body()).contains("OUT_OF_SERVICE", "NO_KEYS", "/keys answers with status 500");
			assertThat(application.get("/actuator/health/liveness").status()).isEqualTo(200);
			this.issuer.stubFor(get("/keys").willReturn(okJson(application.issuer().publicKeys().toString())));
			clock.move(Duration.ofSeconds(1));
			eventually(application, "\"state\":\"UP\"");
			Answer there = application.get(READINESS);
			assertThat(there.status()).isEqualTo(200);
			assertThat(there.body()).contains("\"version\":1", "\"age\":\"0s\"").doesNotContain("failure");
			assertThat(application.context().getBean(KeyRing.class).issuers()).containsExactly(this.issuer.baseUrl());
			assertThat(application.get("/actuator/metrics/zt.keys.usable").body()).contains("\"value\":");
			assertThat(application.get("/actuator/metrics/zt.keys.fetches?tag=outcome:answer").body())
				.contains(this.issuer.baseUrl());
			this.issuer.stubFor(get("/keys").willReturn(okJson("{\"keys\":[]}")));
			clock.move(Duration.ofSeconds(10));
			eventually(application, "STALE");
			assertThat(application.get(READINESS).status()).isEqualTo(200);
			clock.move(Duration.ofSeconds(51));
			assertThat(application.get(READINESS).status()).isEqualTo(503);
		}
	}

	@Test
	void readinessWhenOperatorExcludesIssuersThenSaysNothingOfThem() throws IOException {
		try (RunningApplication application = application(
				"management.endpoint.health.group.readiness.include=readinessState,diskSpace",
				"management.endpoint.health.group.readiness.exclude=ztIssuers")) {
			assertThat(application.get(READINESS).status()).isEqualTo(200);
		}
	}

	@Test
	void readinessWhenGroupIsTheOperatorsThenIssuersJoinIt() throws IOException {
		try (RunningApplication application = application(
				"management.endpoint.health.group.readiness.include=readinessState,diskSpace")) {
			Answer answer = application.get(READINESS);
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.body()).contains("OUT_OF_SERVICE");
		}
	}

	@Test
	void startWhenOnlyObservedThenNothingIsFetched() {
		try (RunningApplication application = application("zt.mode=observe")) {
			assertThat(application.context().getBeanNamesForType(KeyFetching.class)).isEmpty();
			assertThat(application.context().getBeanNamesForType(KeyRing.class)).isEmpty();
		}
	}

	private RunningApplication application(String... more) {
		List<String> properties = new ArrayList<>(List.of("zt.test.trust-issuer=false",
				"spring.security.oauth2.resourceserver.jwt.issuer-uri=" + this.issuer.baseUrl(),
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + this.issuer.baseUrl() + "/keys",
				"zt.token.keys.cool-down=1s", "zt.token.keys.refresh=5s", "zt.token.keys.stale-limit=1m",
				"management.endpoint.health.show-details=always",
				"management.endpoint.health.group.readiness.show-details=always",
				"management.endpoint.health.group.readiness.include=readinessState",
				"management.endpoints.web.exposure.include=health,metrics",
				"zt.actuator.endpoints.metrics.public-access=a test looks"));
		properties.addAll(List.of(more));
		return RunningApplication.start(properties, Application.class);
	}

	/**
	 * Wait a moment for what the background does.
	 */
	private static void eventually(RunningApplication application, String says) throws Exception {
		Answer answer = application.get("/actuator/health/ztIssuers");
		for (int i = 0; i < 100 && !answer.body().contains(says); i++) {
			Thread.sleep(20);
			answer = application.get("/actuator/health/ztIssuers");
		}
		assertThat(answer.body()).contains(says);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		MovableClock clock() {
			return new MovableClock(Instant.parse("2026-01-01T12:00:00Z"));
		}

	}

}
