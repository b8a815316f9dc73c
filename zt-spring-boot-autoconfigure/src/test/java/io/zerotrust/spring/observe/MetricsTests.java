package io.zerotrust.spring.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;
import io.zerotrust.audit.AuditedDecisionPoint;
import io.zerotrust.check.Check;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.Mode;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.check.Step;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Quota;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskThresholds;
import io.zerotrust.risk.RiskWeights;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTests {

	private static final Refusal DENIED = Deny.of(Reason.of("policy.scope-missing"));

	private final MockClock clock = new MockClock();

	private final MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, this.clock);

	private final Metrics metrics = new Metrics(this.registry, RiskSettings.defaults());

	@Test
	void decideWhenPermittedThenCountedAndTimed() {
		Evaluation evaluation = decide(Mode.ENFORCE, local("own.slow", () -> {
			this.clock.add(Duration.ofMillis(3));
			return Finding.grant();
		}));
		assertThat(evaluation.isPermitted()).isTrue();
		assertThat(counter("zt.decisions", "gate", "access", "outcome", "permit", "observed", "false", "code", "none",
				"endpoint", "/orders/{id}", "method", "GET"))
			.isEqualTo(1);
		Timer gate = this.registry.get("zt.gate").tags("gate", "access", "outcome", "permit").timer();
		assertThat(gate.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3);
		Timer check = this.registry.get("zt.check").tags("check", "own.slow", "finding", "grant").timer();
		assertThat(check.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3);
	}

	@Test
	void decideWhenRefusedThenCodeAndKindAreTold() {
		decide(Mode.ENFORCE, refusing(DENIED));
		decide(Mode.ENFORCE, refusing(Challenge.of(Proof.MISSING, Reason.of("subject.missing"))));
		assertThat(counter("zt.decisions", "outcome", "deny", "code", "policy.scope-missing")).isEqualTo(1);
		assertThat(counter("zt.decisions", "outcome", "challenge", "code", "subject.missing")).isEqualTo(1);
	}

	@Test
	void decideWhenOnlyObservedThenTheRefusalItWouldBeIsTold() {
		assertThat(decide(Mode.OBSERVE, refusing(DENIED)).isPermitted()).isTrue();
		assertThat(counter("zt.decisions", "outcome", "deny", "observed", "true", "code", "policy.scope-missing"))
			.isEqualTo(1);
		assertThat(this.registry.find("zt.decisions").tags("observed", "false").counters()).isEmpty();
	}

	@Test
	void decideWhenThrottledThenLimitIsTold() {
		Quota quota = new Quota("per-subject", 10, Duration.ofMinutes(1), 0, Duration.ofSeconds(6));
		decide(Mode.ENFORCE, refusing(new Throttle(Reason.of("own.fast"), Duration.ofSeconds(6), quota)));
		decide(Mode.ENFORCE, refusing(new Throttle(Reason.of("own.failures"), Duration.ofSeconds(6))));
		assertThat(counter("zt.limits.throttled", "limit", "per-subject", "observed", "false")).isEqualTo(1);
		assertThat(counter("zt.limits.throttled", "limit", "own.failures", "observed", "false")).isEqualTo(1);
		assertThat(counter("zt.decisions", "outcome", "throttle", "code", "own.fast")).isEqualTo(1);
	}

	@Test
	void recordWhenNoCheckWasNeededThenCountedAndNotTimed() {
		recording().record(Gate.ARRIVAL, request("GET", ""), DENIED, Mode.ENFORCE);
		assertThat(counter("zt.decisions", "gate", "arrival", "outcome", "deny", "endpoint", "none")).isEqualTo(1);
		assertThat(this.registry.find("zt.gate").timers()).isEmpty();
	}

	@Test
	void decideWhenRiskIsEvidenceThenItsBucketsAreTheThresholds() {
		for (String score : List.of("0.55", "0.9", "1.5", "-1", "NaN", "high")) {
			decide(Mode.ENFORCE, local("risk", () -> new Finding.Pass(List.of(new Evidence("risk.score", score)))));
		}
		DistributionSummary risk = this.registry.get("zt.risk.score")
			.tags("check", "risk", "kind", "anonymous")
			.summary();
		assertThat(risk.count()).isEqualTo(2);
		assertThat(risk.takeSnapshot().histogramCounts()).extracting(CountAtBucket::bucket)
			.containsExactly(0.38, 0.5, 0.62, 0.73, 0.82, 0.88, 0.92, 0.95);
	}

	@Test
	void measureWhenThresholdsAreSetThenBucketsFollow() {
		RiskSettings settings = new RiskSettings(RiskWeights.equal(),
				Map.of(SensitivityLevel.MEDIUM, new RiskThresholds(0.1, 0.99)), 0.45, Map.of());
		MeterRegistry own = new SimpleMeterRegistry();
		new RiskMeters(own, settings).measure(decide(Mode.ENFORCE,
				local("risk", () -> new Finding.Pass(List.of(new Evidence("risk.score", "0.55"))))));
		assertThat(own.get("zt.risk.score").summary().takeSnapshot().histogramCounts())
			.extracting(CountAtBucket::bucket)
			.containsExactly(0.1, 0.38, 0.5, 0.73, 0.82, 0.88, 0.95, 0.99);
	}

	@Test
	void decideWhenCheckOfTheApplicationHasRiskThenItIsOther() {
		decide(Mode.ENFORCE, local("own", () -> new Finding.Pass(List.of(new Evidence("risk.score", "0.5")))));
		assertThat(this.registry.get("zt.risk.score").tags("check", "other").summary().count()).isEqualTo(1);
	}

	@Test
	void evaluateWhenAskedOftenThenOneCallInSixteenIsTimed() {
		LocalCheck check = (LocalCheck) this.metrics.instrument(local("own", Finding::pass));
		for (int i = 0; i < 160; i++) {
			assertThat(check.evaluate(request("GET", "/orders"))).isSameAs(Finding.pass());
		}
		assertThat(this.registry.get("zt.check").tags("check", "own").timer().count()).isEqualTo(10);
	}

	@Test
	void evaluateWhenCheckThrowsThenItStillFailsAsItDid() {
		for (int i = 0; i < 2; i++) {
			Evaluation evaluation = decide(Mode.ENFORCE, local("own", () -> {
				throw new IllegalStateException("boom");
			}));
			assertThat(reason(evaluation))
				.isEqualTo(new Reason("check.failed", "own threw java.lang.IllegalStateException"));
		}
		assertThat(this.registry.get("zt.check").tags("finding", "failed").timer().count()).isEqualTo(2);
	}

	@Test
	@SuppressWarnings("NullAway")
	void evaluateWhenCheckAnswersNothingThenItStillFailsAsItDid() {
		assertThat(reason(decide(Mode.ENFORCE, local("own", () -> null))).detail()).isEqualTo("own answered nothing");
		assertThat(reason(decide(Mode.ENFORCE, remote(null))).detail()).isEqualTo("remote answered nothing");
		CompletionStage<Finding> failed = CompletableFuture.failedStage(new IllegalStateException("boom"));
		assertThat(reason(decide(Mode.ENFORCE, remote(failed))).detail())
			.isEqualTo("remote threw java.lang.IllegalStateException");
	}

	@Test
	void evaluateWhenRemoteThenTimedUntilItsAnswerIsThere() {
		CompletableFuture<Finding> answer = new CompletableFuture<>();
		RemoteCheck check = (RemoteCheck) this.metrics.instrument(remote(answer));
		CompletionStage<Finding> stage = check.evaluate(request("GET", "/orders"));
		this.clock.add(Duration.ofMillis(40));
		assertThat(this.registry.find("zt.check").timers()).isEmpty();
		answer.complete(Finding.pass());
		assertThat(stage.toCompletableFuture().join()).isSameAs(Finding.pass());
		assertThat(this.registry.get("zt.check")
			.tags("check", "remote", "finding", "pass")
			.timer()
			.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(40);
	}

	@Test
	void countWhenCallersInventMethodsEndpointsAndCodesThenSeriesStayFew() {
		for (int i = 0; i < 10_000; i++) {
			Refusal refusal = Deny.of(Reason.of("own.code-" + i));
			recording().record(Gate.ACCESS, request("M" + i, "/e" + i), refusal, Mode.ENFORCE);
		}
		assertThat(values("method")).containsExactly("other");
		assertThat(values("code")).hasSize(101).contains("other");
		assertThat(values("endpoint")).hasSize(1001).contains("other");
		assertThat(this.registry.find("zt.decisions").counters()).hasSizeLessThanOrEqualTo(1001);
	}

	@Test
	void countWhenEveryCombinationComesThenSeriesStayBounded() {
		for (int endpoint = 0; endpoint < 1000; endpoint++) {
			for (int code = 0; code < 20; code++) {
				Refusal refusal = Deny.of(Reason.of("own.code-" + code));
				recording().record(Gate.ACCESS, request("GET", "/e" + endpoint), refusal, Mode.ENFORCE);
			}
		}
		assertThat(this.registry.find("zt.decisions").counters()).hasSizeBetween(10_000, 10_020);
		double sum = this.registry.find("zt.decisions").counters().stream().mapToDouble(Counter::count).sum();
		assertThat(sum).isEqualTo(20_000);
	}

	@Test
	void outcomeWhenToldThenCountedByClass() {
		Evaluation evaluation = decide(Mode.ENFORCE, local("own", Finding::grant));
		this.metrics.outcomes()
			.accept(new Outcome(evaluation, 404, 0, List.of(), Outcome.End.TIMED_OUT, Instant.EPOCH, Duration.ZERO));
		assertThat(counter("zt.outcomes", "status", "4xx", "permitted", "true", "end", "timed-out")).isEqualTo(1);
	}

	@Test
	void decideWhenMetersAreDeniedThenDecisionStands() {
		this.registry.config().meterFilter(MeterFilter.denyNameStartsWith("zt."));
		assertThat(decide(Mode.ENFORCE, local("own", Finding::grant)).isPermitted()).isTrue();
		assertThat(decide(Mode.ENFORCE, refusing(DENIED)).decision()).isEqualTo(DENIED);
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void decideWhenTagsAreBlankOrLongThenTheyAreTaken() {
		for (String text : List.of(" ", "e".repeat(100_000), "\u0000\n{}\"")) {
			recording().record(Gate.ACCESS, request("GET", text), DENIED, Mode.ENFORCE);
			decide(Mode.ENFORCE, local(text, Finding::grant));
		}
		assertThat(this.registry.find("zt.decisions").tags("code", "policy.scope-missing").counters()).hasSize(3);
	}

	@Test
	void decideWhenRegistryThrowsThenDecisionStands() {
		Metrics broken = new Metrics(new BrokenRegistry(), RiskSettings.defaults());
		DecisionPoint permitting = broken
			.instrument(point(Mode.ENFORCE, broken.instrument(local("own", Finding::grant))));
		assertThat(permitting.decide(Gate.ACCESS, request("GET", "/orders")).toCompletableFuture().join().isPermitted())
			.isTrue();
		DecisionPoint refusing = broken.instrument(point(Mode.ENFORCE, broken.instrument(refusing(DENIED))));
		Evaluation refused = refusing.decide(Gate.ACCESS, request("GET", "/orders")).toCompletableFuture().join();
		assertThat(refused.decision()).isEqualTo(DENIED);
		assertThat(refusing.record(Gate.ACCESS, request("GET", "/orders"), DENIED, Mode.ENFORCE).decision())
			.isEqualTo(DENIED);
		broken.outcomes()
			.accept(new Outcome(refused, 403, 0, List.of(), Outcome.End.COMPLETED, Instant.EPOCH, Duration.ZERO));
	}

	private Evaluation decide(Mode mode, Check check) {
		return this.metrics.instrument(point(mode, this.metrics.instrument(check)))
			.decide(Gate.ACCESS, request("GET", "/orders/{id}"))
			.toCompletableFuture()
			.join();
	}

	private DecisionPoint recording() {
		return this.metrics.instrument(new AuditedDecisionPoint(List.of(), () -> "id", List.of()));
	}

	private static DecisionPoint point(Mode mode, Check check) {
		Step step = (check instanceof LocalCheck local) ? Step.granting(local) : Step.of(check);
		return new AuditedDecisionPoint(List.of(new CheckPipeline(Gate.ACCESS, mode, List.of(step), () -> "id")),
				() -> "id", List.of());
	}

	private static AccessRequest request(String method, String endpoint) {
		Resource resource = endpoint.isEmpty() ? Resource.unresolved()
				: Resource.endpoint(endpoint, EndpointPolicy.uncovered());
		return new AccessRequest(Subject.anonymous(), new Action(method), resource, Context.at(Instant.EPOCH));
	}

	private static Reason reason(Evaluation evaluation) {
		return ((Refusal) evaluation.decision()).reason();
	}

	private double counter(String name, String... tags) {
		return this.registry.get(name).tags(tags).counter().count();
	}

	private Set<String> values(String tag) {
		return this.registry.find("zt.decisions")
			.counters()
			.stream()
			.map((counter) -> String.valueOf(counter.getId().getTag(tag)))
			.collect(Collectors.toSet());
	}

	private static LocalCheck refusing(Refusal refusal) {
		return local("own", () -> Finding.refuse(refusal));
	}

	private static LocalCheck local(String name, Supplier<Finding> finding) {
		return new LocalCheck() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public Finding evaluate(AccessRequest request) {
				return finding.get();
			}

		};
	}

	@SuppressWarnings("NullAway")
	private static RemoteCheck remote(@Nullable CompletionStage<Finding> answer) {
		return new RemoteCheck() {

			@Override
			public String name() {
				return "remote";
			}

			@Override
			public CompletionStage<Finding> evaluate(AccessRequest request) {
				return answer;
			}

		};
	}

	/**
	 * Throws whatever it is asked for.
	 */
	private static final class BrokenRegistry extends SimpleMeterRegistry {

		@Override
		protected Counter newCounter(Meter.Id id) {
			throw new IllegalStateException("no counter");
		}

		@Override
		protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
			throw new NoClassDefFoundError("no timer");
		}

	}

}
