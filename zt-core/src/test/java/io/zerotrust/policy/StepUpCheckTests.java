package io.zerotrust.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.StepUp;
import io.zerotrust.access.Subject;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;

import static org.assertj.core.api.Assertions.assertThat;

class StepUpCheckTests {

	private static final StepUp GOLD = new StepUp(List.of("gold", "silver"), null);

	private static final StepUp RECENT = new StepUp(List.of(), Duration.ofSeconds(300));

	private static final StepUp BOTH = new StepUp(List.of("gold"), Duration.ofSeconds(300));

	private final StepUpCheck check = new StepUpCheck(Duration.ofSeconds(60));

	@Test
	void evaluateWhenNothingDemandedThenPasses() {
		Findings.assertPasses(ask(StepUp.none(), null, null));
	}

	// insufficient_user_authentication with acr_values in order and max_age
	@Tag("SU1")
	@Tag("SU2")
	@Test
	void evaluateWhenUnmetThenChallengedWithTheDemand() {
		Finding finding = ask(new StepUp(List.of("gold", "silver"), Duration.ofSeconds(300)), "bronze", null);
		assertThat(Findings.code(finding)).isEqualTo("step-up.required");
		Challenge challenge = Findings.challenge(finding, Proof.WEAK);
		assertThat(challenge.acr()).containsExactly("gold", "silver");
		assertThat(challenge.maxAge()).isEqualTo(Duration.ofSeconds(300));
	}

	@Tag("SU3")
	@ParameterizedTest
	@ValueSource(strings = { "gold", "silver" })
	@Tag("AT9")
	void evaluateWhenAcrIsOneOfThemThenPasses(String acr) {
		Findings.assertPasses(ask(GOLD, acr, null));
	}

	// exact comparison
	@Tag("SU3")
	@ParameterizedTest
	@ValueSource(strings = { "bronze", "GOLD", "gold silver", "" })
	void evaluateWhenAcrIsAnotherThenChallenged(String acr) {
		assertThat(Findings.code(ask(GOLD, acr, null))).isEqualTo("step-up.required");
	}

	@Tag("SU3")
	@Test
	void evaluateWhenAcrMissingOrNoTextThenChallenged() {
		assertThat(Findings.code(ask(GOLD, null, null))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(GOLD, Map.of("gold", "gold"), null))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(GOLD, 1, null))).isEqualTo("step-up.required");
	}

	@Tag("SU3")
	@ParameterizedTest
	@ValueSource(longs = { 300, 299, 0, -60 })
	void evaluateWhenRecentEnoughThenPasses(long age) {
		Findings.assertPasses(ask(RECENT, null, at(age)));
	}

	@Tag("SU3")
	@ParameterizedTest
	@ValueSource(longs = { 301, 100_000 })
	void evaluateWhenTooLongAgoThenChallenged(long age) {
		assertThat(Findings.code(ask(RECENT, null, at(age)))).isEqualTo("step-up.required");
	}

	@Tag("SU4")
	@ParameterizedTest
	@ValueSource(longs = { -61, -100_000 })
	void evaluateWhenAuthTimeBeyondSkewInFutureThenChallenged(long age) {
		assertThat(Findings.code(ask(RECENT, null, at(age)))).isEqualTo("step-up.required");
	}

	@Tag("SU4")
	@Test
	void evaluateWhenAuthTimeMissingOrMalformedThenChallenged() {
		assertThat(Findings.code(ask(RECENT, null, null))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(RECENT, null, "1767268800"))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(RECENT, null, Requests.NOW.toEpochMilli()))).isEqualTo("step-up.required");
	}

	// both must hold
	@Tag("SU2")
	@Tag("SU3")
	@Test
	void evaluateWhenOneOfTwoDemandsUnmetThenChallenged() {
		assertThat(Findings.code(ask(BOTH, "gold", at(301)))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(BOTH, "bronze", at(0)))).isEqualTo("step-up.required");
		Findings.assertPasses(ask(BOTH, "gold", at(0)));
	}

	@Test
	void evaluateWhenCredentialHasNoClaimsThenChallenged() {
		Subject session = Requests.subject(Credential.of(CredentialKind.OTHER));
		assertThat(Findings.code(this.check.evaluate(Requests.by(session, policy(GOLD)))))
			.isEqualTo("step-up.required");
		assertThat(Findings.code(this.check.evaluate(Requests.by(Subject.anonymous(), policy(RECENT)))))
			.isEqualTo("step-up.required");
	}

	// who has no rights does not learn of the demand
	@Tag("SU5")
	@Test
	void evaluateWhenPolicyRefusesThenDemandIsNotTold() {
		CheckPipeline pipeline = new CheckPipeline(Gate.ACCESS, Mode.ENFORCE,
				List.of(Step.granting(new PolicyCheck()), Step.of(this.check)), () -> "id");
		Evaluation anonymous = pipeline.evaluate(Requests.by(Subject.anonymous(), policy(GOLD)))
			.toCompletableFuture()
			.join();
		assertThat(Findings.code(anonymous.decision())).isEqualTo("subject.missing");
		assertThat(anonymous.decision().toString()).doesNotContain("gold");
		Evaluation known = pipeline
			.evaluate(Requests.by(Requests.subject(Requests.jwt(Requests.claims())), policy(GOLD)))
			.toCompletableFuture()
			.join();
		assertThat(Findings.code(known.decision())).isEqualTo("step-up.required");
		assertThat(known.findings()).extracting(StepFinding::check).containsExactly("policy", "step-up");
	}

	@Test
	void evaluateWhenAuthTimeIsFarAwayThenDoesNotThrow() {
		assertThat(Findings.code(ask(RECENT, null, 253_402_300_799L))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(RECENT, null, 0))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(RECENT, null, Double.NaN))).isEqualTo("step-up.required");
	}

	@Tag("SU3")
	@Test
	void evaluateWhenAcrIsAListThenOneOfThemDoes() {
		Findings.assertPasses(ask(GOLD, List.of("bronze", "silver"), null));
		assertThat(Findings.code(ask(GOLD, List.of("bronze"), null))).isEqualTo("step-up.required");
		assertThat(Findings.code(ask(GOLD, List.of("gold", 1), null))).isEqualTo("step-up.required");
	}

	@Tag("SU3")
	@Test
	void evaluateWhenTokenWasIntrospectedThenItsMembersCount() {
		Map<String, Object> claims = Requests.claimsWith("acr", "gold");
		claims.put("auth_time", at(10));
		Subject strong = Requests.subject(Requests.opaque(claims));
		Findings.assertPasses(this.check.evaluate(Requests.by(strong, policy(BOTH))));
		Subject weak = Requests.subject(Requests.opaque(Requests.claims()));
		assertThat(Findings.code(this.check.evaluate(Requests.by(weak, policy(BOTH))))).isEqualTo("step-up.required");
	}

	private static long at(long age) {
		return Requests.NOW.getEpochSecond() - age;
	}

	private Finding ask(StepUp stepUp, @Nullable Object acr, @Nullable Object authTime) {
		Map<String, Object> claims = new HashMap<>(Requests.claims());
		if (acr != null) {
			claims.put("acr", acr);
		}
		if (authTime != null) {
			claims.put("auth_time", authTime);
		}
		Subject subject = Requests.subject(Requests.jwt(claims));
		return this.check.evaluate(Requests.by(subject, policy(stepUp)));
	}

	private static EndpointPolicy policy(StepUp stepUp) {
		return EndpointPolicy.of(Admission.AUTHENTICATED, "test").withStepUp(stepUp);
	}

}
