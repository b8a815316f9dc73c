package io.zerotrust.spring.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpStatus;

import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Quota;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalProblemTests {

	private static final String ID = "0123456789abcdef0123456789abcdef";

	private static final Reason REASON = new Reason("token.expired", "sub=alice, internal detail");

	@Test
	@Tag("B5")
	@Tag("B7")
	void ofWhenProofMissingThenChallengedWithoutError() {
		// RFC 6750 B5, B7
		RefusalProblem problem = problem(Challenge.of(Proof.MISSING, REASON));
		assertThat(problem.status()).isEqualTo(401);
		assertThat(problem.challenges()).containsExactly("Bearer realm=\"orders\"");
	}

	@Test
	@Tag("B8")
	@Tag("AT11")
	void ofWhenProofInvalidThenInvalidToken() {
		// RFC 6750 B8
		RefusalProblem problem = problem(Challenge.of(Proof.INVALID, REASON));
		assertThat(problem.status()).isEqualTo(401);
		assertThat(problem.challenges())
			.containsExactly("Bearer error=\"invalid_token\", error_description=\"token.expired\"");
	}

	@Test
	@Tag("B8")
	void ofWhenRequestMalformedThenBadRequest() {
		RefusalProblem problem = problem(Challenge.of(Proof.MALFORMED, REASON));
		assertThat(problem.status()).isEqualTo(400);
		assertThat(problem.challenges().get(0)).contains("error=\"invalid_request\"");
	}

	@Test
	void ofWhenProofWeakThenStepUpIsDescribed() {
		// RFC 9470 SU1, SU2
		RefusalProblem problem = problem(
				new Challenge(REASON, Proof.WEAK, List.of("gold", "silver"), Duration.ofMinutes(5)));
		assertThat(problem.status()).isEqualTo(401);
		assertThat(problem.challenges().get(0)).contains("error=\"insufficient_user_authentication\"")
			.contains("acr_values=\"gold silver\"")
			.contains("max_age=\"300\"");
	}

	@Test
	@Tag("B8")
	void ofWhenScopesMissingThenNamedInOrder() {
		RefusalProblem problem = problem(new Deny(REASON, Set.of("b:write", "a:read")));
		assertThat(problem.status()).isEqualTo(403);
		assertThat(problem.challenges().get(0)).contains("error=\"insufficient_scope\"")
			.contains("scope=\"a:read b:write\"");
	}

	@Test
	void ofWhenThrottledThenRetryAfterIsRoundedUp() {
		// RL1, RL5: never earlier than the limit allows
		RefusalProblem problem = problem(new Throttle(REASON, Duration.ofMillis(1001)));
		assertThat(problem.status()).isEqualTo(429);
		assertThat(problem.headers()).containsEntry("Retry-After", "2").containsEntry("Cache-Control", "no-store");
	}

	@Test
	void ofWhenLimitIsANumberThenProblemSaysWhich() throws Exception {
		// RL2, RL4, RL5, RL6
		Quota quota = new Quota("say \"when\"", 10, Duration.ofSeconds(60), 0, Duration.ofMillis(5001));
		RefusalProblem problem = problem(new Throttle(REASON, Duration.ofSeconds(1), quota));
		assertThat(problem.headers()).containsEntry("Retry-After", "6")
			.containsEntry("RateLimit-Policy", "\"say \\\"when\\\"\";q=10;w=60")
			.containsEntry("RateLimit", "\"say \\\"when\\\"\";r=0;t=6")
			.containsEntry("Cache-Control", "no-store");
		Map<String, Object> members = JSONObjectUtils.parse(new String(problem.body(), StandardCharsets.UTF_8));
		assertThat(members).containsEntry("type", "https://iana.org/assignments/http-problem-types#quota-exceeded")
			.containsEntry("title", "Request cannot be satisfied as assigned quota has been exceeded")
			.containsEntry("status", 429L)
			.containsEntry("violated-policies", List.of("say \"when\""))
			.containsEntry("code", "token.expired")
			.hasSize(6);
	}

	@ParameterizedTest
	@EnumSource(Proof.class)
	@Tag("B6")
	void ofWhenValueIsHostileThenHeaderStaysOneHeader(Proof proof) {
		// RFC 6750 B6
		Challenge challenge = new Challenge(REASON, proof, List.of("x\"\r\nSet-Cookie: a=b", "\\", "é"), null);
		String header = RefusalProblem.of(challenge, ID, "re\"alm\n").challenges().get(0);
		assertThat(header).doesNotContain("\r")
			.doesNotContain("\n")
			.doesNotContain("\\")
			.isPrintable()
			.matches("(Bearer|DPoP) .*");
		assertThat(header.chars().filter((c) -> c == '"').count() % 2).isZero();
	}

	@Test
	void bodyThenHoldsCodeAndIdAndNothingInternal() throws Exception {
		// RFC 9457 PD1, PD2
		String body = new String(problem(Deny.of(REASON)).body(), StandardCharsets.UTF_8);
		Map<String, Object> members = JSONObjectUtils.parse(body);
		assertThat(members).containsEntry("type", "about:blank")
			.containsEntry("title", "Forbidden")
			.containsEntry("status", 403L)
			.containsEntry("code", "token.expired")
			.containsEntry("decisionId", ID)
			.hasSize(5);
		assertThat(body).doesNotContain("internal");
	}

	@Test
	void ofPlatformWhenStatusIsSetThenNoHeaderIsAdded() {
		RefusalProblem problem = RefusalProblem.of(HttpStatus.SERVICE_UNAVAILABLE, REASON, ID);
		assertThat(problem.status()).isEqualTo(503);
		assertThat(problem.headers()).isEmpty();
	}

	private static RefusalProblem problem(Refusal refusal) {
		return RefusalProblem.of(refusal, ID, "orders");
	}

}
