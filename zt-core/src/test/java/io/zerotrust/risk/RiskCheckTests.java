package io.zerotrust.risk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.StepUp;
import io.zerotrust.access.Subject;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class RiskCheckTests {

	private static final long NOW = Requests.NOW.getEpochSecond();

	@Test
	void scoreWhenNobodySpeaksThenPrior() {
		RiskScore score = engine().score(Requests.anonymous());
		assertThat(score.risk()).isEqualTo(1 / (1 + Math.exp(5)), within(1e-9));
		assertThat(score.contributions()).isEmpty();
		assertThat(engine(says(EvidenceGroup.SESSION, 0)).score(Requests.anonymous())).isEqualTo(score);
	}

	@Test
	void scoreWhenSeveralSpeakThenSummedUp() {
		RiskScore score = engine(says(EvidenceGroup.CONTEXT, 2), says(EvidenceGroup.SESSION, 1.5),
				says(EvidenceGroup.SESSION, 1.5))
			.score(Requests.anonymous());
		assertThat(score.risk()).isEqualTo(0.5, within(1e-9));
		assertThat(score.contributions()).hasSize(3);
		assertThat(score.explain()).isEqualTo("+2.0 CONTEXT, +1.5 SESSION, +1.5 SESSION");
	}

	@ParameterizedTest
	@CsvSource({ "CONTEXT,8", "SESSION,8", "VOLUME,9", "AUTHORISATION,14" })
	void scoreWhenGroupShoutsThenClipped(EvidenceGroup group, double cap) {
		double expected = 1 / (1 + Math.exp(5 - cap));
		assertThat(engine(says(group, 1e308), says(group, 1e308)).score(Requests.anonymous()).risk())
			.isEqualTo(expected, within(1e-9));
	}

	// a thief that looks familiar in one way does not buy off evidence of another kind
	@ParameterizedTest
	@EnumSource
	void scoreWhenGroupSpeaksForThePrincipalThenFlooredAtZero(EvidenceGroup group) {
		EvidenceGroup other = (group == EvidenceGroup.SESSION) ? EvidenceGroup.CONTEXT : EvidenceGroup.SESSION;
		assertThat(engine(says(group, -100), says(other, 5)).score(Requests.anonymous()).risk()).isEqualTo(0.5,
				within(1e-9));
	}

	@Test
	void scoreWhenSignalAnswersNothingThenThrows() {
		assertThatIllegalStateException().isThrownBy(() -> engine(new Silent()).score(Requests.anonymous()))
			.withMessageContaining("silent");
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void assessmentWhenNotFiniteThenRefused(double nats) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Assessment(nats, "x"));
	}

	@ParameterizedTest
	@EnumSource
	void thresholdsWhenMoreSensitiveThenLower(SensitivityLevel level) {
		RiskThresholds thresholds = RiskThresholds.of(level);
		assertThat(thresholds.stepUp()).isBetween(0.3, thresholds.deny());
		if (level.ordinal() > 0) {
			RiskThresholds before = RiskThresholds.of(SensitivityLevel.values()[level.ordinal() - 1]);
			assertThat(thresholds.stepUp()).isLessThan(before.stepUp());
			assertThat(thresholds.deny()).isLessThan(before.deny());
		}
	}

	@ParameterizedTest
	@CsvSource({ "0,0.5", "0.5,0.5", "0.6,0.5", "0.5,1", "NaN,0.5", "0.5,NaN" })
	void thresholdsWhenNotInOrderThenRefused(double stepUp, double deny) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RiskThresholds(stepUp, deny));
	}

	@ParameterizedTest
	@CsvSource({ "LOW,5.9,pass", "LOW,6.1,risk.step-up", "LOW,7.9,risk.step-up", "LOW,8,risk.quarantined",
			"MEDIUM,5.4,pass", "MEDIUM,5.6,risk.step-up", "MEDIUM,7.5,risk.quarantined", "HIGH,4.9,pass",
			"HIGH,5,risk.step-up", "HIGH,7,risk.quarantined", "CRITICAL,4.5,pass", "CRITICAL,4.6,risk.step-up",
			"CRITICAL,6.6,risk.quarantined" })
	void evaluateWhenBehaviourRiskierThenSensitivityDecides(SensitivityLevel level, double nats, String outcome) {
		Finding finding = ask(EvidenceGroup.AUTHORISATION, nats, user(Map.of()), level);
		assertThat(finding.evidence()).extracting(Evidence::name).containsExactly("risk.score");
		if (outcome.equals("pass")) {
			Findings.assertPasses(finding);
		}
		else {
			assertThat(Findings.code(finding)).isEqualTo(outcome);
		}
	}

	// who may be somebody else can prove that he is not, however odd it looks
	@ParameterizedTest
	@CsvSource({ "CONTEXT,5.4,pass", "CONTEXT,5.6,risk.step-up", "CONTEXT,7.5,risk.step-up", "CONTEXT,8,risk.step-up",
			"SESSION,5.4,pass", "SESSION,5.6,risk.step-up", "SESSION,8,risk.step-up" })
	void evaluateWhenIdentityRiskyThenUserIsChallengedNotDenied(EvidenceGroup group, double nats, String outcome) {
		Finding finding = ask(group, nats, user(Map.of()), SensitivityLevel.MEDIUM);
		if (outcome.equals("pass")) {
			Findings.assertPasses(finding);
		}
		else {
			assertThat(Findings.code(finding)).isEqualTo(outcome);
		}
	}

	@ParameterizedTest
	@CsvSource({ "4,5,risk.quarantined", "5,4,risk.step-up", "5,5,risk.step-up" })
	void evaluateWhenBothSpeakThenTheLargerGroupDecides(double context, double behaviour, String outcome) {
		RiskEngine engine = engine(says(EvidenceGroup.CONTEXT, context), says(EvidenceGroup.AUTHORISATION, behaviour));
		Finding finding = new RiskCheck(engine, new Challenges(List.of()))
			.evaluate(Requests.by(user(Map.of()), policy(SensitivityLevel.MEDIUM, StepUp.none())));
		assertThat(Findings.code(finding)).isEqualTo(outcome);
	}

	@Test
	void evaluateWhenNobodySpeaksThenPassesSilently() {
		assertThat(ask(0, user(Map.of()), SensitivityLevel.CRITICAL)).isEqualTo(Finding.pass());
	}

	@Test
	@Tag("SU1")
	@Tag("SU2")
	void evaluateWhenChallengedThenTellsWhatHelps() {
		Challenge challenge = Findings.challenge(ask(6, user(Map.of()), SensitivityLevel.HIGH), Proof.WEAK);
		assertThat(challenge.acr()).containsExactly("mfa");
		assertThat(challenge.maxAge()).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void evaluateWhenEndpointNamesAcrThenThatIsAskedFor() {
		EndpointPolicy policy = policy(SensitivityLevel.HIGH, new StepUp(List.of("gold"), Duration.ofHours(1)));
		Finding finding = check(EvidenceGroup.CONTEXT, 6).evaluate(Requests.by(user(Map.of()), policy));
		assertThat(Findings.challenge(finding, Proof.WEAK).acr()).containsExactly("gold");
	}

	@Test
	void evaluateWhenBehaviourDeniedThenNoStepUpHelps() {
		Finding finding = ask(EvidenceGroup.AUTHORISATION, 8, steppedUp(0), SensitivityLevel.HIGH);
		assertThat(Findings.code(finding)).isEqualTo("risk.quarantined");
		assertThat(Findings.refusal(finding)).isInstanceOf(Deny.class);
	}

	@Test
	void evaluateWhenBehaviourRiskyThenStepUpHelpsBelowTheUpperThreshold() {
		assertThat(Findings.code(ask(EvidenceGroup.AUTHORISATION, 6, user(Map.of()), SensitivityLevel.HIGH)))
			.isEqualTo("risk.step-up");
		Findings.assertPasses(ask(EvidenceGroup.AUTHORISATION, 6, steppedUp(0), SensitivityLevel.HIGH));
	}

	@Test
	void evaluateWhenSteppedUpAndStillRiskyThenDenied() {
		RiskEngine engine = engine(says(EvidenceGroup.CONTEXT, 8), says(EvidenceGroup.SESSION, 8),
				says(EvidenceGroup.AUTHORISATION, 4.3));
		Finding finding = new RiskCheck(engine, new Challenges(List.of()))
			.evaluate(Requests.by(steppedUp(0), policy(SensitivityLevel.HIGH, StepUp.none())));
		// -5 + 0.8 + 2 + 4.3 = 2.1
		assertThat(Findings.code(finding)).isEqualTo("risk.quarantined");
		assertThat(Findings.refusal(finding).reason().detail()).endsWith("-13.2 stepped up, risk 0.89, threshold 0.88");
	}

	@Test
	void scoreWhenSteppedUpThenContextAndSessionCountLess() {
		RiskScore score = engine(says(EvidenceGroup.CONTEXT, 8), says(EvidenceGroup.SESSION, 4),
				says(EvidenceGroup.AUTHORISATION, 2))
			.score(Requests.anonymous(), true);
		assertThat(score.risk()).isEqualTo(1 / (1 + Math.exp(1.2)), within(1e-9));
		assertThat(score.explain()).isEqualTo("+8.0 CONTEXT, +4.0 SESSION, +2.0 AUTHORISATION, -10.2 stepped up");
	}

	// SU5: who cannot step up is not sent in circles
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VOLUME")
	@Tag("SU5")
	void evaluateWhenServiceOrAnonymousThenNotChallengedButDenied(EvidenceGroup group) {
		Subject service = user(Map.of("client_id", "alice"));
		Findings.assertPasses(ask(group, 6, service, SensitivityLevel.HIGH));
		assertThat(Findings.code(ask(group, 8, service, SensitivityLevel.HIGH))).isEqualTo("risk.quarantined");
		Findings.assertPasses(ask(group, 6, Subject.anonymous(), SensitivityLevel.HIGH));
		assertThat(Findings.code(ask(group, 8, Subject.anonymous(), SensitivityLevel.HIGH))).isEqualTo("risk.denied");
	}

	@ParameterizedTest
	@CsvSource({ "0,true", "300,true", "301,false", "-60,true", "-300,true", "-301,false", "-100000,false" })
	@Tag("SU5")
	void evaluateWhenJustSteppedUpThenNotChallenged(long age, boolean passes) {
		for (double nats : new double[] { 6, 8 }) {
			Finding finding = ask(nats, steppedUp(age), SensitivityLevel.HIGH);
			if (passes) {
				Findings.assertPasses(finding);
			}
			else {
				assertThat(Findings.code(finding)).isEqualTo("risk.step-up");
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "mfa,0,true", "mfa,301,false", "other,0,false" })
	void evaluateWhenClassAskedForIsFreshThenNotChallenged(String acr, long age, boolean passes) {
		Finding finding = ask(6, user(Map.of("acr", acr, "auth_time", NOW - age)), SensitivityLevel.HIGH);
		assertThat(finding instanceof Finding.Pass).isEqualTo(passes);
	}

	@Test
	void evaluateWhenJustLoggedInWithOneFactorThenChallenged() {
		Finding finding = ask(6, user(Map.of("amr", List.of("pwd"), "auth_time", NOW)), SensitivityLevel.HIGH);
		assertThat(Findings.code(finding)).isEqualTo("risk.step-up");
	}

	@Test
	void evaluateWhenSignalThrowsThenPipelineRefuses() {
		for (RiskSignal signal : List.of(new Throwing(), new Silent())) {
			Evaluation evaluation = new CheckPipeline(Gate.ARRIVAL, Mode.ENFORCE,
					List.of(Step.of(new RiskCheck(engine(signal), new Challenges(List.of())))), () -> "id")
				.evaluate(Requests.anonymous())
				.toCompletableFuture()
				.join();
			assertThat(Findings.code(evaluation.decision())).isEqualTo("check.failed");
		}
	}

	@Test
	void listedNetworkWhenCallerInsideThenSpeaks() {
		ListedNetworkSignal signal = new ListedNetworkSignal(List.of(Network.parse("10.0.0.0/8")));
		assertThat(signal.assess(Requests.from("10.0.0.1")).nats()).isEqualTo(4);
		assertThat(signal.assess(Requests.from("11.0.0.1"))).isEqualTo(Assessment.silent());
		assertThat(signal.assess(Requests.anonymous())).isEqualTo(Assessment.silent());
		assertThat(signal.group()).isEqualTo(EvidenceGroup.CONTEXT);
	}

	@ParameterizedTest
	@CsvSource({ "600,false", "601,true", "0,false", "-100,false" })
	void tokenAgeWhenOldThenSpeaks(long age, boolean speaks) {
		TokenAgeSignal signal = new TokenAgeSignal(Duration.ofMinutes(10));
		AccessRequest request = Requests.by(user(Map.of("iat", NOW - age)));
		assertThat(signal.assess(request).nats() > 0).isEqualTo(speaks);
		assertThat(signal.group()).isEqualTo(EvidenceGroup.SESSION);
	}

	@Test
	void tokenAgeWhenUnknownThenSilent() {
		TokenAgeSignal signal = new TokenAgeSignal(Duration.ofMinutes(10));
		assertThat(signal.assess(Requests.anonymous())).isEqualTo(Assessment.silent());
	}

	// RFC 8176: two methods of one kind are one factor
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "mfa|false", "pwd otp|false", "pwd fpt|false", "hwk face|false", "pwd|true",
			"pwd pin|true", "otp sms|true", "MFA|true", "unknown other|true", "''|true" })
	void missingMfaWhenOneFactorThenSpeaks(String methods, boolean speaks) {
		Subject subject = user(Map.of("amr", List.of(methods.split(" "))));
		assertThat(missingMfa(subject, SensitivityLevel.HIGH)).isEqualTo(speaks);
		assertThat(missingMfa(subject, SensitivityLevel.CRITICAL)).isEqualTo(speaks);
		assertThat(missingMfa(subject, SensitivityLevel.MEDIUM)).isFalse();
	}

	@Test
	void missingMfaWhenAmrMissingOrMalformedThenSpeaks() {
		assertThat(missingMfa(user(Map.of()), SensitivityLevel.HIGH)).isTrue();
		assertThat(missingMfa(user(Map.of("amr", List.of("mfa", 1))), SensitivityLevel.HIGH)).isTrue();
	}

	@Test
	void missingMfaWhenServiceOrAnonymousThenSilent() {
		assertThat(missingMfa(user(Map.of("client_id", "alice")), SensitivityLevel.CRITICAL)).isFalse();
		assertThat(missingMfa(Subject.anonymous(), SensitivityLevel.CRITICAL)).isFalse();
	}

	private static boolean missingMfa(Subject subject, SensitivityLevel level) {
		return new MissingMfaSignal().assess(Requests.by(subject, policy(level, StepUp.none()))).nats() > 0;
	}

	private static Subject steppedUp(long age) {
		return user(Map.of("amr", List.of("pwd", "otp"), "auth_time", NOW - age));
	}

	private static Finding ask(double nats, Subject subject, SensitivityLevel level) {
		return ask(EvidenceGroup.CONTEXT, nats, subject, level);
	}

	private static Finding ask(EvidenceGroup group, double nats, Subject subject, SensitivityLevel level) {
		return check(group, nats).evaluate(Requests.by(subject, policy(level, StepUp.none())));
	}

	private static RiskCheck check(EvidenceGroup group, double nats) {
		return new RiskCheck(engine(says(group, nats)), new Challenges(List.of("mfa")));
	}

	private static Subject user(Map<String, ?> more) {
		Map<String, Object> claims = new HashMap<>(Requests.claims());
		claims.putAll(more);
		return Requests.subject(Requests.jwt(claims));
	}

	private static EndpointPolicy policy(SensitivityLevel level, StepUp stepUp) {
		return EndpointPolicy.of(Admission.AUTHENTICATED, "test").withStepUp(stepUp).withSensitivity(level);
	}

	private static RiskEngine engine(RiskSignal... signals) {
		return new RiskEngine(List.of(signals));
	}

	private static RiskSignal says(EvidenceGroup group, double nats) {
		return new Says(group, new Assessment(nats, group.name()));
	}

	private record Says(EvidenceGroup group, Assessment assessment) implements RiskSignal {

		@Override
		public String name() {
			return "says";
		}

		@Override
		public Assessment assess(AccessRequest request) {
			return this.assessment;
		}

	}

	private static final class Throwing implements RiskSignal {

		@Override
		public String name() {
			return "throwing";
		}

		@Override
		public EvidenceGroup group() {
			return EvidenceGroup.CONTEXT;
		}

		@Override
		public Assessment assess(AccessRequest request) {
			throw new IllegalStateException("boom");
		}

	}

	private static final class Silent implements RiskSignal {

		@Override
		public String name() {
			return "silent";
		}

		@Override
		public EvidenceGroup group() {
			return EvidenceGroup.CONTEXT;
		}

		@Override
		@SuppressWarnings("NullAway")
		public Assessment assess(AccessRequest request) {
			return null;
		}

	}

}
