package io.zerotrust.check;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.decision.Permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(20)
class CheckPipelineTests {

	private static final Step GRANT = Step.granting(Checks.granting("policy"));

	// NIST SP 800-207 T6: no access before the decision
	@ParameterizedTest
	@EnumSource
	void evaluateWhenNoStepThenDeniedAtEveryGate(Gate gate) {
		Evaluation evaluation = evaluate(gate, Mode.ENFORCE);
		assertThat(evaluation.isPermitted()).isFalse();
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.no-grant");
		assertThat(evaluation.wouldBe()).isEqualTo(evaluation.decision());
	}

	@ParameterizedTest
	@EnumSource(names = { "ACCESS", "INVOCATION" })
	void evaluateWhenNobodySpeaksThenDenied(Gate gate) {
		Evaluation evaluation = evaluate(gate, Mode.ENFORCE, Step.of(Checks.passing("a")));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.no-grant");
	}

	@Test
	void evaluateWhenNobodySpeaksAtArrivalThenPermitted() {
		assertThat(evaluate(Gate.ARRIVAL, Mode.ENFORCE, Step.of(Checks.passing("a"))).isPermitted()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void evaluateWhenGrantedThenPermitted(Gate gate) {
		Evaluation evaluation = evaluate(gate, Mode.ENFORCE, Step.of(Checks.passing("a")), GRANT,
				Step.of(Checks.passing("b")));
		assertThat(evaluation.decision()).isEqualTo(Permit.instance());
		assertThat(evaluation.wouldBe()).isEqualTo(Permit.instance());
		assertThat(evaluation.findings()).extracting(StepFinding::check).containsExactly("a", "policy", "b");
	}

	@Test
	void evaluateWhenRefusedThenLaterStepsDoNotRun() {
		AtomicInteger calls = new AtomicInteger();
		Evaluation evaluation = access(Step.of(Checks.refusing("a", "test.first")),
				Step.of(Checks.refusing("b", "test.second")), Step.of(Checks.counting("c", calls)), GRANT);
		assertThat(Findings.code(evaluation.decision())).isEqualTo("test.first");
		assertThat(evaluation.findings()).hasSize(1);
		assertThat(calls).hasValue(0);
	}

	@Test
	void evaluateWhenRefusedAfterGrantThenRefused() {
		Evaluation evaluation = access(GRANT, Step.of(Checks.refusing("risk", "test.late")));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("test.late");
	}

	@Test
	@SuppressWarnings("NullAway")
	void evaluateWhenRefusalIsNullAfterGrantThenNotPermitted() {
		RemoteCheck careless = Checks.remote("careless",
				CompletableFuture.completedStage(Finding.pass()).thenApply((ignored) -> Finding.refuse(null)));
		Evaluation evaluation = access(GRANT, Step.of(careless));
		assertThat(evaluation.isPermitted()).isFalse();
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.failed");
	}

	@ParameterizedTest
	@EnumSource
	void evaluateWhenOtherStepGrantsThenFailed(OnFailure onFailure) {
		Evaluation evaluation = access(Step.of(Checks.granting("rogue")).withOnFailure(onFailure), GRANT);
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.failed");
	}

	@ParameterizedTest
	@EnumSource
	void evaluateWhenOtherRemoteStepGrantsThenFailed(OnFailure onFailure) {
		RemoteCheck rogue = Checks.remote("rogue", CompletableFuture.completedStage(Finding.grant()));
		Evaluation evaluation = access(Step.of(rogue).withOnFailure(onFailure), GRANT);
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.failed");
	}

	@Test
	void evaluateWhenObservedOtherStepGrantsThenStillNoGrant() {
		Evaluation evaluation = access(Step.of(Checks.granting("rogue")).withMode(Mode.OBSERVE));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.no-grant");
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("check.failed");
	}

	static List<Check> failing() {
		CompletableFuture<Finding> never = new CompletableFuture<>();
		return List.of(Checks.throwing("boom", new IllegalStateException("secret")),
				Checks.throwing("boom", new StackOverflowError()),
				// Kotlin and Groovy do not declare what they throw
				Checks.throwing("boom", new IOException("secret")),
				Checks.throwing("boom", new NoClassDefFoundError("secret")),
				Checks.throwing("boom", new AssertionError("secret")), Checks.answeringNull("boom"),
				Checks.remote("boom", never),
				Checks.remote("boom", CompletableFuture.failedStage(new IOException("secret"))),
				Checks.remote("boom", CompletableFuture.failedStage(new StackOverflowError())),
				Checks.remoteThrowing("boom", new IllegalStateException("secret")),
				Checks.remoteThrowing("boom", new IOException("secret")),
				Checks.remoteThrowing("boom", new StackOverflowError()), Checks.remoteWithoutStage("boom"),
				Checks.remoteAnsweringNull("boom"), Checks.remote("boom", hostileStage()));
	}

	// AZ2: errors and timeouts are a denial
	@ParameterizedTest
	@MethodSource("failing")
	void evaluateWhenStepFailsThenRefusedWithoutTheMessage(Check check) {
		Evaluation evaluation = access(GRANT, Step.of(check).withTimeout(Duration.ofMillis(50)));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.failed");
		assertThat(evaluation.decision().toString()).contains("boom").doesNotContain("secret");
	}

	@ParameterizedTest
	@MethodSource("failing")
	void evaluateWhenStepThatMayFailFailsThenPassedWithEvidence(Check check) {
		Evaluation evaluation = access(GRANT,
				Step.of(check).withTimeout(Duration.ofMillis(50)).withOnFailure(OnFailure.PASS));
		assertThat(evaluation.decision()).isEqualTo(Permit.instance());
		assertThat(evaluation.findings().get(1).finding().evidence()).extracting(Evidence::name)
			.containsExactly("check.failed");
	}

	@ParameterizedTest
	@MethodSource("failing")
	void evaluateWhenGrantingStepFailsOpenThenStillNoGrant(Check check) {
		Step policy = new Step(check, Mode.ENFORCE, OnFailure.PASS, Duration.ofMillis(50), true);
		assertThat(Findings.code(access(policy).decision())).isEqualTo("check.no-grant");
	}

	@Test
	void evaluateWhenRemoteAnswersLaterThenTheRestRunsThen() {
		CompletableFuture<Finding> answer = new CompletableFuture<>();
		AtomicInteger calls = new AtomicInteger();
		CompletionStage<Evaluation> stage = pipeline(Gate.ACCESS, Mode.ENFORCE, GRANT,
				Step.of(Checks.remote("pdp", answer)).withTimeout(Duration.ofSeconds(10)),
				Step.of(Checks.counting("after", calls)))
			.evaluate(Requests.anonymous());
		assertThat(stage.toCompletableFuture()).isNotDone();
		assertThat(calls).hasValue(0);
		answer.complete(Finding.pass());
		assertThat(stage.toCompletableFuture().join().isPermitted()).isTrue();
		assertThat(calls).hasValue(1);
	}

	@Test
	void evaluateWhenRemoteRefusesThenLaterStepsDoNotRun() {
		AtomicInteger calls = new AtomicInteger();
		Evaluation evaluation = access(GRANT,
				Step.of(Checks.remote("pdp", CompletableFuture.completedStage(Checks.refuse("test.pdp")))),
				Step.of(Checks.counting("after", calls)));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("test.pdp");
		assertThat(calls).hasValue(0);
	}

	@Test
	void evaluateWhenRemoteTimesOutThenItsOwnFutureIsLeftAlone() {
		CompletableFuture<Finding> shared = new CompletableFuture<>();
		access(GRANT, Step.of(Checks.remote("pdp", shared)).withTimeout(Duration.ofMillis(20)));
		assertThat(shared).isNotDone();
	}

	@Test
	void evaluateWhenLocalStepBehindRemoteThrowsThenStageDoesNotFail() {
		Evaluation evaluation = access(GRANT,
				Step.of(Checks.remote("pdp", CompletableFuture.completedStage(Finding.pass()))),
				Step.of(Checks.throwing("boom", new NoClassDefFoundError())));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.failed");
	}

	@Test
	void evaluateWhenObservedStepRefusesThenRecordedAndGoesOn() {
		Evaluation evaluation = access(Step.of(Checks.refusing("new", "test.new")).withMode(Mode.OBSERVE), GRANT);
		assertThat(evaluation.decision()).isEqualTo(Permit.instance());
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("test.new");
		StepFinding finding = evaluation.findings().get(0);
		assertThat(finding.mode()).isEqualTo(Mode.OBSERVE);
		assertThat(Findings.code(finding.finding())).isEqualTo("test.new");
		assertThat(evaluation.findings()).hasSize(2);
	}

	@Test
	void evaluateWhenSeveralObservedStepsRefuseThenFirstWouldBe() {
		Evaluation evaluation = access(Step.of(Checks.refusing("a", "test.first")).withMode(Mode.OBSERVE),
				Step.of(Checks.refusing("b", "test.second")).withMode(Mode.OBSERVE), GRANT);
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("test.first");
	}

	@Test
	void evaluateWhenObservedRefusesAndEnforcedRefusesThenEnforcedDecides() {
		Evaluation evaluation = access(Step.of(Checks.refusing("a", "test.observed")).withMode(Mode.OBSERVE),
				Step.of(Checks.refusing("b", "test.enforced")), GRANT);
		assertThat(Findings.code(evaluation.decision())).isEqualTo("test.enforced");
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("test.observed");
	}

	@Test
	void evaluateWhenObservedGrantingStepRefusesThenFoldsAsGrant() {
		Step policy = Step.granting(Checks.refusing("policy", "test.policy")).withMode(Mode.OBSERVE);
		Evaluation evaluation = access(policy);
		assertThat(evaluation.decision()).isEqualTo(Permit.instance());
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("test.policy");
	}

	@Test
	void evaluateWhenObservedGrantingStepRefusesThenOtherStepsStillEnforce() {
		Step policy = Step.granting(Checks.refusing("policy", "test.policy")).withMode(Mode.OBSERVE);
		Evaluation evaluation = access(policy, Step.of(Checks.refusing("token", "test.token")));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("test.token");
	}

	@Test
	void evaluateWhenObservedOtherStepRefusesThenDoesNotGrant() {
		Evaluation evaluation = access(Step.of(Checks.refusing("a", "test.observed")).withMode(Mode.OBSERVE));
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.no-grant");
	}

	@Test
	void evaluateWhenPipelineObservesThenNeverRefuses() {
		Evaluation evaluation = evaluate(Gate.ACCESS, Mode.OBSERVE, Step.of(Checks.refusing("a", "test.first")),
				Step.of(Checks.throwing("b", new IllegalStateException())), Step.of(Checks.granting("rogue")), GRANT);
		assertThat(evaluation.decision()).isEqualTo(Permit.instance());
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("test.first");
		assertThat(evaluation.findings()).hasSize(4).extracting(StepFinding::mode).containsOnly(Mode.OBSERVE);
	}

	@ParameterizedTest
	@EnumSource
	void evaluateWhenEmptyPipelineObservesThenWouldDeny(Gate gate) {
		Evaluation evaluation = evaluate(gate, Mode.OBSERVE);
		assertThat(evaluation.decision()).isEqualTo(Permit.instance());
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("check.no-grant");
	}

	@Test
	void evaluateWhenPipelineObservesAndNobodyGrantsThenWouldDeny() {
		Evaluation evaluation = evaluate(Gate.ACCESS, Mode.OBSERVE, Step.of(Checks.passing("a")));
		assertThat(Findings.code(evaluation.wouldBe())).isEqualTo("check.no-grant");
	}

	@Test
	void evaluateWhenPipelineObservesAndAllGoodThenWouldPermit() {
		assertThat(evaluate(Gate.ACCESS, Mode.OBSERVE, GRANT).wouldBe()).isEqualTo(Permit.instance());
	}

	@Test
	void evaluateWhenStepsGiveEvidenceThenCarried() {
		Finding seen = new Finding.Pass(List.of(new Evidence("risk.score", "0.1")));
		Evaluation evaluation = access(Step.of(Checks.remote("risk", CompletableFuture.completedStage(seen))), GRANT);
		assertThat(evaluation.findings().get(0).finding().evidence())
			.containsExactly(new Evidence("risk.score", "0.1"));
	}

	@Test
	void evaluateWhenAnsweredThenCarriesQuestionGateAndId() {
		Evaluation evaluation = access(GRANT);
		assertThat(evaluation.id()).isEqualTo("id");
		assertThat(evaluation.gate()).isEqualTo(Gate.ACCESS);
		assertThat(evaluation.request()).isEqualTo(Requests.anonymous());
	}

	@Test
	void createWhenTwoStepsShareNameThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> pipeline(Gate.ACCESS, Mode.ENFORCE, Step.of(Checks.passing("a")), Step.of(Checks.passing("a"))))
			.withMessageContaining("a");
	}

	@Test
	void createWhenTwoStepsGrantThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> pipeline(Gate.ACCESS, Mode.ENFORCE, GRANT, Step.granting(Checks.granting("second policy"))))
			.withMessageContaining("second policy");
	}

	@Test
	void createWhenListChangesLaterThenPipelineDoesNot() {
		Step[] steps = { Step.of(Checks.refusing("a", "test.first")), GRANT };
		List<Step> list = Arrays.asList(steps);
		CheckPipeline pipeline = new CheckPipeline(Gate.ACCESS, Mode.ENFORCE, list, () -> "id");
		list.set(0, Step.of(Checks.passing("b")));
		assertThat(pipeline.steps().get(0).check().name()).isEqualTo("a");
		assertThat(join(pipeline.evaluate(Requests.anonymous())).isPermitted()).isFalse();
	}

	private static Evaluation access(Step... steps) {
		return evaluate(Gate.ACCESS, Mode.ENFORCE, steps);
	}

	private static Evaluation evaluate(Gate gate, Mode mode, Step... steps) {
		return join(pipeline(gate, mode, steps).evaluate(Requests.anonymous()));
	}

	private static CheckPipeline pipeline(Gate gate, Mode mode, Step... steps) {
		return new CheckPipeline(gate, mode, List.of(steps), () -> "id");
	}

	private static Evaluation join(CompletionStage<Evaluation> stage) {
		return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
	}

	@SuppressWarnings("unchecked")
	private static CompletionStage<Finding> hostileStage() {
		return (CompletionStage<Finding>) Proxy.newProxyInstance(CheckPipelineTests.class.getClassLoader(),
				new Class<?>[] { CompletionStage.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("toString")) {
						return "hostile";
					}
					throw new UnsupportedOperationException("secret");
				});
	}

}
