package io.zerotrust.spring.observe;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Refusal;

/**
 * Counts what a decision point decides and measures how long it takes.
 */
final class MeteredDecisionPoint implements DecisionPoint {

	private final DecisionPoint decisionPoint;

	private final DecisionMeters decisions;

	private final RiskMeters risks;

	private final Held<Decided, Timer> times;

	private final Clock clock;

	private final MeterFailures failures;

	MeteredDecisionPoint(DecisionPoint decisionPoint, DecisionMeters decisions, RiskMeters risks,
			MeterRegistry registry, MeterFailures failures) {
		this.decisionPoint = decisionPoint;
		this.decisions = decisions;
		this.risks = risks;
		this.times = new Held<>((decided) -> Timer.builder(MeterCatalogue.GATE_TIME.name())
			.description("How long gates take")
			.tags("gate", Tags.word(decided.gate()), "outcome", decided.told().outcome(), "observed",
					decided.told().observed())
			.register(registry));
		this.clock = registry.config().clock();
		this.failures = failures;
	}

	@Override
	public CompletionStage<Evaluation> decide(Gate gate, AccessRequest request) {
		long start = this.clock.monotonicTime();
		return this.decisionPoint.decide(gate, request).thenApply((evaluation) -> {
			this.failures.shield(() -> {
				long took = this.clock.monotonicTime() - start;
				this.times.of(new Decided(gate, Told.of(evaluation))).record(took, TimeUnit.NANOSECONDS);
				this.decisions.count(evaluation);
				this.risks.measure(evaluation);
			});
			return evaluation;
		});
	}

	@Override
	public Evaluation record(Gate gate, AccessRequest request, Refusal refusal, Mode mode) {
		Evaluation evaluation = this.decisionPoint.record(gate, request, refusal, mode);
		this.failures.shield(() -> this.decisions.count(evaluation));
		return evaluation;
	}

	private record Decided(Gate gate, Told told) {
	}

}
