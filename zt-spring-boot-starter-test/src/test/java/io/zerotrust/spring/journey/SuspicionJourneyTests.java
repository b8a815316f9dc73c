package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.outcome.Suspicion;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.journey.LearnedRiskJourneyTests.Log;
import io.zerotrust.spring.journey.LearnedRiskJourneyTests.SetClock;
import io.zerotrust.spring.test.BadToken;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application reports of its callers, and what a network brings that tries out
 * tokens.
 */
class SuspicionJourneyTests {

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36";

	private static final String TOOL = "python-requests/2.32";

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(
				List.of("zt.client-address.source=x-forwarded-for", "zt.client-address.trusted-proxies=127.0.0.1/32",
						"zt.checks[risk.learned].mode=enforce", "zt.limits.address.failures.permits=100000"),
				Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenBaitIsTakenThenStepUpThenQuarantine() throws IOException {
		String token = history("mallory", "198.51.100.7");
		assertThat(get("/backup.sql", token, "198.51.100.7").status()).isEqualTo(200);
		assertRefused(get("/orders", token, "198.51.100.7"), 401, "risk.step-up");
		String proven = application.token()
			.subject("mallory")
			.claim("sid", "proven")
			.amr("pwd", "otp")
			.authenticatedAt(clock().instant())
			.mint();
		assertThat(get("/backup.sql", proven, "198.51.100.7").status()).isEqualTo(200);
		Answer refused = get("/orders", proven, "198.51.100.7");
		assertRefused(refused, 403, "risk.quarantined");
		assertThat(refused.body()).doesNotContain("reported", "HT1");
		assertThat(details()).anyMatch((detail) -> detail.contains("reported by the application, 2x"));
	}

	@ParameterizedTest
	@CsvSource({ "TAMPERED_SIGNATURE,203.0.113.7", "FOREIGN_AUDIENCE,192.0.2.7" })
	void getWhenNetworkTriesTokensThenStrangersAreChallengedAndNeighboursAreNot(BadToken bad, String network)
			throws IOException {
		history("alice-" + bad, "198.51.100.8");
		history("carol-" + bad, "198.51.100.8");
		String neighbour = history("bob-" + bad, network);
		String stranger = application.token().subject("alice-" + bad).claim("sid", "moved").mint();
		String elsewhere = application.token().subject("carol-" + bad).claim("sid", "moved").mint();
		int principals = application.context().getBean(LearnedRisk.class).principals();
		for (int i = 0; i < 80; i++) {
			String forged = application.token().subject("bob-" + bad).claim("sid", "s" + i).bad(bad).mint();
			assertThat(get("/orders", forged, network).status()).isEqualTo(401);
		}
		assertThat(application.context().getBean(LearnedRisk.class).principals()).isEqualTo(principals);
		assertThat(get("/orders", neighbour, network).status()).isEqualTo(200);
		assertRefused(get("/orders", stranger, network, TOOL), 401, "risk.step-up");
		assertThat(get("/orders", elsewhere, "198.18.0.7", TOOL).status()).as("a network without news").isEqualTo(200);
		assertThat(get("/orders", stranger, "198.51.100.8").status()).isEqualTo(200);
		assertThat(details()).anyMatch((detail) -> detail.contains(" 80 rejected credentials from this network"));
	}

	/**
	 * Come on ten days.
	 * @return the token of the last day
	 */
	private static String history(String subject, String address) throws IOException {
		String token = "";
		for (int day = 0; day < 10; day++) {
			clock().advance(Duration.ofDays(1));
			token = application.token().subject(subject).claim("sid", "day-" + day).mint();
			assertThat(get("/orders", token, address).status()).isEqualTo(200);
		}
		return token;
	}

	private static Answer get(String target, String token, String address) throws IOException {
		return get(target, token, address, BROWSER);
	}

	private static Answer get(String target, String token, String address, String agent) throws IOException {
		return application.get(target, "Authorization: Bearer " + token, "X-Forwarded-For: " + address,
				"User-Agent: " + agent);
	}

	private static SetClock clock() {
		return application.context().getBean(SetClock.class);
	}

	private static List<String> details() {
		return application.context().getBean(Log.class).details();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		SetClock clock() {
			return new SetClock();
		}

		@Bean
		Log log() {
			return new Log();
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@AnyAuthenticated(reason = "everybody may")
		String orders() {
			return "orders";
		}

		@GetMapping("/backup.sql")
		@AnyAuthenticated(reason = "a bait")
		String bait() {
			Suspicion.honey("HT1");
			return "-- empty";
		}

	}

}
