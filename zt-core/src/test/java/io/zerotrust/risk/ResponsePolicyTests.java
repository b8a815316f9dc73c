package io.zerotrust.risk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What follows from a risk: a row for each kind of evidence and caller, for each
 * sensitivity.
 */
class ResponsePolicyTests {

	private static final double LITTLE = 0.01;

	private final List<Line> lines = new ArrayList<>();

	private RiskSettings settings = RiskSettings.defaults();

	private double shift;

	private boolean held;

	private RiskScore.@Nullable Pace pace;

	@ParameterizedTest(name = "{0} {1}, stepped up {2}")
	@CsvSource(textBlock = """
			IDENTITY,      HUMAN,     false, risk.step-up, risk.step-up
			IDENTITY,      HUMAN,     true,  alert,        risk.denied
			IDENTITY,      AGENT,     false, risk.step-up, risk.step-up
			IDENTITY,      AGENT,     true,  alert,        risk.denied
			IDENTITY,      SERVICE,   false, alert,        risk.quarantined
			IDENTITY,      SERVICE,   true,  alert,        risk.quarantined
			IDENTITY,      ANONYMOUS, false, alert,        risk.denied
			AUTHORISATION, HUMAN,     false, risk.step-up, risk.quarantined
			AUTHORISATION, HUMAN,     true,  alert,        risk.quarantined
			AUTHORISATION, AGENT,     false, risk.step-up, risk.quarantined
			AUTHORISATION, AGENT,     true,  alert,        risk.quarantined
			AUTHORISATION, SERVICE,   false, alert,        risk.quarantined
			AUTHORISATION, SERVICE,   true,  alert,        risk.quarantined
			AUTHORISATION, ANONYMOUS, false, alert,        risk.denied
			""")
	void evaluateWhenThresholdIsMetThenLeadAndCallerDecide(Lead lead, String caller, boolean steppedUp, String between,
			String above) {
		EvidenceGroup group = (lead == Lead.IDENTITY) ? EvidenceGroup.CONTEXT : EvidenceGroup.AUTHORISATION;
		for (SensitivityLevel level : SensitivityLevel.values()) {
			RiskThresholds thresholds = RiskThresholds.of(level);
			Subject subject = subject(caller, steppedUp);
			// services cannot step up, so that nothing is weakened
			boolean weakened = steppedUp && group == EvidenceGroup.CONTEXT && !subject.isService();
			for (double volume : new double[] { 0, 4 }) {
				this.lines.clear();
				this.lines.add(new Line(group, "proper", 2, "proper"));
				this.lines.add(new Line(EvidenceGroup.VOLUME, "volume", volume, "much"));
				double evidence = weakened ? 0.2 : 2;
				assertThat(ask(subject, level, thresholds.stepUp() - LITTLE, evidence)).isEqualTo("pass");
				assertThat(ask(subject, level, thresholds.stepUp() + LITTLE, evidence)).isEqualTo(between);
				assertThat(ask(subject, level, thresholds.deny() - LITTLE, evidence)).isEqualTo(between);
				assertThat(ask(subject, level, thresholds.deny() + LITTLE, evidence)).isEqualTo(above);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "HUMAN", "AGENT", "SERVICE", "ANONYMOUS" })
	void evaluateWhenTooMuchIsDoneThenSlowedDownWhateverTheSensitivity(String caller) {
		this.pace = new RiskScore.Pace(false, Duration.ofSeconds(42));
		this.lines.add(new Line(EvidenceGroup.VOLUME, "volume", 9, "much"));
		for (SensitivityLevel level : SensitivityLevel.values()) {
			this.shift = RiskTally.nats(0.44) - RiskTally.prior() - 9;
			Findings.assertPasses(check().evaluate(request(subject(caller, false), level)));
			for (double risk : new double[] { 0.46, 0.7, 0.999 }) {
				this.shift = RiskTally.nats(risk) - RiskTally.prior() - 9;
				Finding finding = check().evaluate(request(subject(caller, false), level));
				assertThat(Findings.code(finding)).isEqualTo("risk.throttled");
				Throttle throttle = (Throttle) Findings.refusal(finding);
				assertThat(throttle.retryAfter()).isEqualTo(Duration.ofSeconds(42));
				assertThat(throttle.quota()).isNull();
				assertThat(throttle.reason().detail()).endsWith("threshold 0.45");
			}
		}
	}

	// never denied on volume alone, and never slowed down without knowing to what
	@Test
	void evaluateWhenTooMuchIsDoneAndNobodyKnowsThePaceThenPasses() {
		this.lines.add(new Line(EvidenceGroup.VOLUME, "volume", 9, "much"));
		Finding finding = check().evaluate(request(subject("HUMAN", false), SensitivityLevel.CRITICAL));
		Findings.assertPasses(finding);
		assertThat(finding.evidence()).extracting(Evidence::name).containsExactly("risk.score");
	}

	@Test
	void evaluateWhenPaceIsOverAndSomethingElseLeadsThenNotSlowedDown() {
		this.pace = new RiskScore.Pace(false, Duration.ofSeconds(1));
		this.lines.add(new Line(EvidenceGroup.VOLUME, "volume", 1, "much"));
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "context", 4, "odd"));
		Findings.assertPasses(check().evaluate(request(subject("HUMAN", false), SensitivityLevel.LOW)));
	}

	@Test
	void evaluateWhenSlowedDownAlreadyThenEvenWithoutEvidence() {
		this.pace = new RiskScore.Pace(true, Duration.ofSeconds(1));
		assertThat(Findings.code(check().evaluate(request(subject("SERVICE", false), SensitivityLevel.LOW))))
			.isEqualTo("risk.throttled");
	}

	// who floods does not escape from what he does besides
	@ParameterizedTest
	@CsvSource({ "CONTEXT,7,0,risk.step-up", "AUTHORISATION,8,0,risk.quarantined", "AUTHORISATION,8,9,risk.quarantined",
			"AUTHORISATION,6,9,risk.throttled", "CONTEXT,7,9,risk.throttled", "CONTEXT,1,0,risk.throttled" })
	void evaluateWhenSlowedDownThenOtherEvidenceStillCounts(EvidenceGroup group, double nats, double volume,
			String code) {
		this.pace = new RiskScore.Pace(true, Duration.ofSeconds(1));
		this.lines.add(new Line(group, "other", nats, "other"));
		this.lines.add(new Line(EvidenceGroup.VOLUME, "volume", volume, "much"));
		assertThat(Findings.code(check().evaluate(request(subject("HUMAN", false), SensitivityLevel.MEDIUM))))
			.isEqualTo(code);
	}

	@ParameterizedTest
	@EnumSource
	void evaluateWhenHeldThenStepUpThresholdIsLower(SensitivityLevel level) {
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "context", 2, "odd"));
		double low = RiskThresholds.of(level).stepUp() - 0.15;
		Subject user = subject("HUMAN", false);
		assertThat(ask(user, level, low + LITTLE, 2)).isEqualTo("pass");
		this.held = true;
		assertThat(ask(user, level, low - LITTLE, 2)).isEqualTo("pass");
		assertThat(ask(user, level, low + LITTLE, 2)).isEqualTo("risk.step-up");
		assertThat(ask(subject("SERVICE", false), level, RiskThresholds.of(level).deny() - LITTLE, 2))
			.isEqualTo("alert");
	}

	// a threshold below the hysteresis would never be left
	@Test
	void evaluateWhenHeldAtALowThresholdThenItCanStillBeLeft() {
		this.settings = new RiskSettings(RiskWeights.equal(),
				Map.of(SensitivityLevel.CRITICAL, new RiskThresholds(0.1, 0.5)), 0.45, Map.of());
		this.held = true;
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "context", 0.1, "odd"));
		assertThat(ask(subject("HUMAN", false), SensitivityLevel.CRITICAL, 0.04, 0.1)).isEqualTo("pass");
		assertThat(ask(subject("HUMAN", false), SensitivityLevel.CRITICAL, 0.06, 0.1)).isEqualTo("risk.step-up");
	}

	@Test
	void evaluateWhenThresholdsAreSetThenThoseOfOthersStay() {
		this.settings = new RiskSettings(RiskWeights.equal(),
				Map.of(SensitivityLevel.HIGH, new RiskThresholds(0.2, 0.3)), 0.45, Map.of());
		this.lines.add(new Line(EvidenceGroup.AUTHORISATION, "foreign", 1, "foreign"));
		Subject user = subject("HUMAN", false);
		assertThat(ask(user, SensitivityLevel.HIGH, 0.21, 1)).isEqualTo("risk.step-up");
		assertThat(ask(user, SensitivityLevel.HIGH, 0.31, 1)).isEqualTo("risk.quarantined");
		assertThat(ask(user, SensitivityLevel.MEDIUM, 0.61, 1)).isEqualTo("pass");
	}

	@Test
	void evaluateWhenThrottleIsSetThenItCounts() {
		this.settings = new RiskSettings(RiskWeights.equal(), Map.of(), 0.9, Map.of());
		this.pace = new RiskScore.Pace(false, Duration.ofSeconds(1));
		this.lines.add(new Line(EvidenceGroup.VOLUME, "volume", 7, "much"));
		Findings.assertPasses(check().evaluate(request(subject("HUMAN", false), SensitivityLevel.LOW)));
		this.lines.add(new Line(EvidenceGroup.VOLUME, "volume", 1, "much"));
		assertThat(Findings.code(check().evaluate(request(subject("HUMAN", false), SensitivityLevel.LOW))))
			.isEqualTo("risk.throttled");
	}

	@Test
	void scoreWhenGroupsAreWeighedThenAfterTheyWereClipped() {
		this.settings = new RiskSettings(new RiskWeights(0.5, 2, 0.25), Map.of(), 0.45, Map.of());
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "c", 20, "c"));
		this.lines.add(new Line(EvidenceGroup.SESSION, "s", 1, "s"));
		this.lines.add(new Line(EvidenceGroup.AUTHORISATION, "a", 4, "a"));
		RiskScore score = engine().score(Requests.anonymous());
		// 8 * 0.5 + 1 * 2 + 4 * 0.25
		assertThat(score.risk()).isEqualTo(RiskTally.risk(RiskTally.prior() + 7));
		assertThat(score.identity()).isEqualTo(RiskTally.risk(RiskTally.prior() + 6));
		assertThat(score.lead()).isEqualTo(Lead.IDENTITY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1|ENFORCE|4|+4.0 odd", "0.5|ENFORCE|2|+2.0 odd", "2|ENFORCE|7|+8.0 odd", "0|ENFORCE|0|+0.0 odd",
					"1|REPORT|0|+4.0 odd (only reported)", "0.5|REPORT|0|+2.0 odd (only reported)", "1|OFF|0|''" })
	void scoreWhenSignalIsRuledThenItCountsAsTheOperatorSays(double weight, SignalMode mode, double counts,
			String words) {
		this.settings = new RiskSettings(RiskWeights.equal(), Map.of(), 0.45,
				Map.of("odd-thing", new SignalRule(weight, mode)));
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "odd-thing", 4, "odd"));
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "other", 1, "other"));
		RiskScore score = engine().score(Requests.anonymous());
		assertThat(score.risk()).isEqualTo(RiskTally.risk(RiskTally.prior() + counts + 1));
		assertThat(score.explain()).isEqualTo(words.isEmpty() ? "+1.0 other" : words + ", +1.0 other");
	}

	@ParameterizedTest
	@CsvSource({ "-0.1", "4.1", "NaN" })
	void settingsWhenWeightIsOddThenRefused(double weight) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SignalRule(weight, SignalMode.ENFORCE));
		assertThatIllegalArgumentException().isThrownBy(() -> new RiskWeights(weight, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new RiskWeights(1, weight, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new RiskWeights(1, 1, weight));
	}

	@ParameterizedTest
	@CsvSource({ "0", "1", "-1", "NaN" })
	void settingsWhenThrottleIsOddThenRefused(double throttle) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RiskSettings(RiskWeights.equal(), Map.of(), throttle, Map.of()));
	}

	@Test
	void evaluateWhenRefusedThenEveryTermIsExplained() {
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "device", 4.1, "device never seen"));
		this.lines.add(new Line(EvidenceGroup.CONTEXT, "network", 2.4, "network never seen"));
		Finding finding = check().evaluate(request(subject("HUMAN", false), SensitivityLevel.MEDIUM));
		assertThat(Findings.refusal(finding).reason()).isEqualTo(new Reason("risk.step-up",
				"+4.1 device never seen, +2.4 network never seen, risk 0.82, " + "threshold 0.62"));
	}

	@Test
	void evaluateWhenNobodyCanStepUpThenAlertSaysWhy() {
		this.lines.add(new Line(EvidenceGroup.AUTHORISATION, "endpoint", 6, "endpoint never used"));
		Finding finding = check().evaluate(request(subject("SERVICE", false), SensitivityLevel.MEDIUM));
		assertThat(finding.evidence()).extracting(Evidence::name).containsExactly("risk.score", "risk.alert");
		assertThat(finding.evidence().get(1).value()).isEqualTo("+6.0 endpoint never used");
	}

	@Test
	void evaluateWhenOnTrialThenOnlyObservedUntilItIsOver() {
		this.lines.add(new Line(EvidenceGroup.AUTHORISATION, "foreign", 14, "foreign"));
		boolean[] trial = { true };
		Evaluation observed = decide(() -> trial[0]);
		assertThat(observed.decision()).isEqualTo(Permit.instance());
		assertThat(Findings.code(observed.wouldBe())).isEqualTo("risk.quarantined");
		assertThat(observed.findings().get(0).mode()).isEqualTo(Mode.OBSERVE);
		trial[0] = false;
		Evaluation enforced = decide(() -> trial[0]);
		assertThat(Findings.code(enforced.decision())).isEqualTo("risk.quarantined");
		assertThat(enforced.findings().get(0).mode()).isEqualTo(Mode.ENFORCE);
	}

	@Test
	void evaluateWhenNobodyCanTellWhetherItIsOnTrialThenEnforced() {
		this.lines.add(new Line(EvidenceGroup.AUTHORISATION, "foreign", 14, "foreign"));
		for (Error error : List.of(new AssertionError("boom"), new StackOverflowError(), new NoClassDefFoundError())) {
			assertThat(Findings.code(decide(() -> {
				throw error;
			}).decision())).isEqualTo("risk.quarantined");
		}
		assertThat(Findings.code(decide(() -> {
			throw new IllegalStateException("boom");
		}).decision())).isEqualTo("risk.quarantined");
	}

	@Test
	void decisionsWhenToldApartThenByTypeAndCode() {
		Decision contained = Deny.of(Reason.of("risk.quarantined"));
		Decision stepUp = Challenge.of(Challenge.Proof.WEAK, Reason.of("risk.step-up"));
		assertThat(RiskCheck.isContained(contained)).isTrue();
		assertThat(RiskCheck.isStepUp(stepUp)).isTrue();
		for (Decision other : List.of(Permit.instance(), Deny.of(Reason.of("risk.denied")),
				Deny.of(Reason.of("risk.step-up")),
				Challenge.of(Challenge.Proof.WEAK, Reason.of("risk.quarantined")))) {
			assertThat(RiskCheck.isContained(other)).isFalse();
			assertThat(RiskCheck.isStepUp(other)).isFalse();
		}
	}

	private Evaluation decide(BooleanSupplier trial) {
		RiskCheck check = RiskCheck.learned(engine(), new Challenges(List.of()), trial);
		return new CheckPipeline(Gate.ARRIVAL, Mode.ENFORCE, List.of(Step.of(check)), () -> "id")
			.evaluate(request(subject("HUMAN", false), SensitivityLevel.MEDIUM))
			.toCompletableFuture()
			.join();
	}

	/**
	 * Ask at a risk, which the prior makes up for.
	 */
	private String ask(Subject subject, SensitivityLevel level, double risk, double evidence) {
		this.shift = RiskTally.nats(risk) - RiskTally.prior() - evidence;
		Finding finding = check().evaluate(request(subject, level));
		if (finding instanceof Finding.Pass) {
			return (finding.evidence().size() == 2) ? "alert" : "pass";
		}
		return Findings.code(finding);
	}

	private RiskCheck check() {
		return new RiskCheck(engine(), new Challenges(List.of()));
	}

	private RiskEngine engine() {
		return new RiskEngine(this.settings, List.of(), List.of((request, tally) -> {
			for (Line line : this.lines) {
				tally.add(line.group(), line.name(), new Assessment(line.nats(), line.words()));
			}
			tally.shiftPrior(this.shift);
			if (this.pace != null) {
				tally.pace(this.pace);
			}
			if (this.held) {
				tally.hold();
			}
		}));
	}

	private static AccessRequest request(Subject subject, SensitivityLevel level) {
		return Requests.by(subject, EndpointPolicy.of(Admission.AUTHENTICATED, "test").withSensitivity(level));
	}

	private static Subject subject(String caller, boolean steppedUp) {
		if (caller.equals("ANONYMOUS")) {
			return Subject.anonymous();
		}
		Map<String, Object> claims = new HashMap<>(Requests.claims());
		if (caller.equals("SERVICE")) {
			claims.put("client_id", "alice");
		}
		if (caller.equals("AGENT")) {
			claims.put("act", Map.of("sub", "agent"));
		}
		if (steppedUp) {
			claims.put("amr", List.of("pwd", "otp"));
			claims.put("auth_time", Requests.NOW.getEpochSecond());
		}
		Subject subject = Requests.subject(Requests.jwt(claims));
		assertThat(subject.kind()).isEqualTo(SubjectKind.valueOf(caller));
		return subject;
	}

	private record Line(EvidenceGroup group, String name, double nats, String words) {
	}

}
