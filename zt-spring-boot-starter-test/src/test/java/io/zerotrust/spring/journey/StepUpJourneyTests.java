package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.spring.test.TokenBuilder;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The step-up challenge (RFC 9470), from the caller's side.
 */
class StepUpJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(
				List.of("zt.risk.suspicious-networks=127.0.0.0/8", "zt.risk.step-up-acr=gold,silver"), StepUpApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	static void assertChallenged(Answer answer, String code) {
		assertRefused(answer, 401, code);
		assertThat(answer.header("WWW-Authenticate"))
			.isEqualTo("Bearer error=\"insufficient_user_authentication\", error_description=\"" + code
					+ "\", acr_values=\"gold silver\", max_age=\"300\"");
	}

	@Tag("SU1")
	@Tag("SU2")
	@Tag("SU3")
	@Test
	void getWhenRuleOrRiskAsksThenTheChallengeIsTheSame() throws IOException {
		assertChallenged(get("/transfer", token()), "step-up.required");
		assertChallenged(get("/critical", token()), "risk.step-up");
	}

	@Tag("SU2")
	@Tag("SU5")
	@Test
	void getWhenOneDemandIsMetThenTheWholeIsAskedForSoThatOneLoginDoes() throws IOException {
		assertChallenged(get("/transfer", token().acr("gold")), "step-up.required");
		assertChallenged(get("/transfer", token().authenticatedAt(Instant.now())), "step-up.required");
		TokenBuilder asked = token().acr("silver").amr("otp", "pwd").authenticatedAt(Instant.now());
		assertThat(get("/transfer", asked).status()).isEqualTo(200);
		assertThat(get("/critical", asked).status()).isEqualTo(200);
	}

	@Tag("SU3")
	@Tag("SU4")
	@Test
	void getWhenLoginIsUnknownOldOrToComeThenChallenged() throws IOException {
		Instant now = Instant.now();
		assertChallenged(get("/transfer", token().acr("gold").authenticatedAt(now.minusSeconds(302))),
				"step-up.required");
		assertChallenged(get("/transfer", token().acr("gold").authenticatedAt(now.plusSeconds(120))),
				"step-up.required");
		assertChallenged(get("/transfer", token().acr("bronze").authenticatedAt(now)), "step-up.required");
		assertRefused(get("/transfer", token().acr("gold").claim("auth_time", "now")), 401, "token.malformed");
		assertRefused(get("/transfer", token().claim("acr", List.of("gold")).authenticatedAt(now)), 401,
				"token.malformed");
	}

	@Tag("SU5")
	@Test
	void getWhenCallerMayNotAnywayThenNothingIsToldOfTheDemand() throws IOException {
		for (Answer answer : List.of(application.get("/transfer"),
				application.get("/transfer", "Authorization: Bearer nonsense"),
				get("/transfer", application.token().scopes("other")))) {
			assertThat(answer.status()).isIn(401, 403);
			assertThat(answer.toString()).doesNotContain("acr", "max_age", "gold", "insufficient_user_authentication");
		}
		assertRefused(get("/transfer", application.token().scopes("other")), 403, "policy.scope-missing");
	}

	private static TokenBuilder token() {
		return application.token().scopes("orders:read");
	}

	private static Answer get(String target, TokenBuilder token) throws IOException {
		return application.get(target, "Authorization: Bearer " + token.mint());
	}

}
