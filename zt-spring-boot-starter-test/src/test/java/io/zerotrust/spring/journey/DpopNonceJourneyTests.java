package io.zerotrust.spring.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import io.zerotrust.token.dpop.Nonces;
import io.zerotrust.token.dpop.ReplayStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nonces of the service, demands, and what surrounds them: metrics, CORS, outages.
 */
class DpopNonceJourneyTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final String ORIGIN = "Origin: https://spa.example";

	private static final ProofKey KEY = ProofKey.create();

	@Test
	@Tag("D9")
	@Tag("D10")
	@Tag("D19")
	void getWhenNonceIsRequiredThenChallengedAndServed() throws IOException {
		try (RunningApplication application = start(Measured.class, "zt.token.dpop.nonce=true",
				"zt.token.dpop.nonce-secret=" + SECRET)) {
			Answer without = get(application, Map.of(), ORIGIN);
			assertThat(without.status()).isEqualTo(401);
			assertThat(without.code()).isEqualTo("dpop.nonce");
			assertThat(without.headers().get("www-authenticate").get(0)).startsWith("DPoP error=\"use_dpop_nonce\"");
			assertThat(without.headers().get("dpop-nonce")).hasSize(1);
			assertThat(without.header("cache-control")).contains("no-store");
			assertThat(without.header("access-control-expose-headers")).contains("WWW-Authenticate")
				.contains("DPoP-Nonce");
			String nonce = String.valueOf(without.header("dpop-nonce"));
			Answer served = get(application, Map.of("nonce", nonce));
			assertThat(served.status()).as("%s", served).isEqualTo(200);
			assertThat(get(application, Map.of("nonce", nonce + "x")).code()).isEqualTo("dpop.nonce");
			Clock clock = application.context().getBean(Clock.class);
			Nonces nonces = new Nonces(SECRET.getBytes(StandardCharsets.UTF_8));
			String last = nonces.current(clock.instant().minus(Duration.ofMinutes(2)));
			Answer ending = get(application, Map.of("nonce", last), ORIGIN);
			assertThat(ending.status()).as("%s", ending).isEqualTo(200);
			assertThat(ending.header("dpop-nonce")).isEqualTo(nonces.current(clock.instant()));
			assertThat(ending.header("cache-control")).contains("no-store");
			assertThat(ending.header("access-control-expose-headers")).contains("DPoP-Nonce");
			String stale = nonces.current(clock.instant().minus(Duration.ofMinutes(6)));
			assertThat(get(application, Map.of("nonce", stale)).code()).isEqualTo("dpop.nonce");
			MeterRegistry meters = application.context().getBean(MeterRegistry.class);
			assertThat(meters.get("zt.dpop.proofs").tag("outcome", "verified").functionCounter().count()).isEqualTo(2);
			assertThat(meters.get("zt.dpop.proofs").tag("outcome", "dpop.nonce").functionCounter().count())
				.isEqualTo(3);
			assertThat(meters.get("zt.dpop.replay.held").gauge().value()).isEqualTo(2);
		}
	}

	@Test
	@Tag("D17")
	void getWhenRequiredThenDpopAloneIsOffered() throws IOException {
		try (RunningApplication application = start(DpopApi.Plain.class, "zt.token.dpop.mode=required",
				"zt.token.dpop.algorithms=ES256,PS256")) {
			Answer none = application.get("/orders/1", ORIGIN);
			assertThat(none.headers().get("www-authenticate")).singleElement()
				.asString()
				.startsWith("DPoP algs=\"ES256 PS256\", resource_metadata=\"http");
			Answer forged = application.get("/orders/1", "Authorization: Bearer x.y.z");
			assertThat(forged.headers().get("www-authenticate")).singleElement()
				.asString()
				.startsWith("DPoP error=\"invalid_token\"")
				.contains("algs=\"ES256 PS256\"");
			assertThat(get(application, Map.of()).status()).isEqualTo(200);
		}
	}

	// the proof may be good; it is refused all the same
	@Test
	@Tag("D12")
	void getWhenReplayStoreIsAwayOrFullThenRefused() throws IOException {
		try (RunningApplication application = start(Away.class)) {
			Answer away = get(application, Map.of());
			assertThat(away.status()).as("%s", away).isEqualTo(503);
			assertThat(away.code()).isEqualTo("dpop.replay-unavailable");
			assertThat(away.header("cache-control")).contains("no-store");
			Answer full = get(application, Map.of("jti", "again"));
			assertThat(full.status()).as("%s", full).isEqualTo(429);
			assertThat(full.code()).isEqualTo("dpop.replay-capacity");
			assertThat(full.header("retry-after")).isEqualTo("30");
		}
	}

	private static RunningApplication start(Class<?> source, String... properties) {
		return RunningApplication.start(List.of(properties), source);
	}

	private static Answer get(RunningApplication application, Map<String, Object> claims, String... more)
			throws IOException {
		String token = application.token().scopes("orders:read").claim("cnf", KEY.confirmation()).mint();
		String url = "http://localhost:" + application.port() + "/orders/1";
		String[] headers = java.util.stream.Stream
			.concat(java.util.stream.Stream.of(ProofKey.headers(token, KEY.proof("GET", url, token, claims))),
					java.util.stream.Stream.of(more))
			.toArray(String[]::new);
		return application.get("/orders/1", headers);
	}

	/**
	 * With a registry, a clock that stands still, and rules for other origins.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(DpopApi.Plain.class)
	static class Measured {

		@Bean
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.now(), java.time.ZoneOffset.UTC);
		}

		@Bean
		UrlBasedCorsConfigurationSource corsConfigurationSource() {
			CorsConfiguration cors = new CorsConfiguration();
			cors.setAllowedOrigins(List.of("https://spa.example"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", cors);
			return source;
		}

	}

	/**
	 * With a replay store that is away first, and full then.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(DpopApi.Plain.class)
	static class Away {

		private boolean away = true;

		@Bean
		ReplayStore away() {
			return (use, now) -> {
				if (this.away) {
					this.away = false;
					return CompletableFuture.failedStage(new IllegalStateException("away"));
				}
				return CompletableFuture.completedStage(ReplayStore.Answer.FULL);
			};
		}

	}

}
