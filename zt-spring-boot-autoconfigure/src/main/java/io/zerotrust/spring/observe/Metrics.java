package io.zerotrust.spring.observe;

import io.micrometer.core.instrument.MeterRegistry;

import io.zerotrust.check.Check;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.outcome.OutcomeListener;
import io.zerotrust.risk.RiskSettings;

/**
 * Measures decisions, gates, checks and outcomes with Micrometer, as
 * {@link MeterCatalogue} says. What a registry throws is reported once and changes
 * nothing else.
 *
 * @since 0.1.0
 */
public final class Metrics implements Instrumentation {

	private final MeterRegistry registry;

	private final DecisionMeters decisions;

	private final RiskMeters risks;

	private final MeterFailures failures = new MeterFailures();

	/**
	 * Create the instrumentation.
	 * @param registry where the meters are
	 * @param risk says at which risks something happens
	 */
	public Metrics(MeterRegistry registry, RiskSettings risk) {
		this.registry = registry;
		this.decisions = new DecisionMeters(registry);
		this.risks = new RiskMeters(registry, risk);
	}

	@Override
	public DecisionPoint instrument(DecisionPoint decisionPoint) {
		return new MeteredDecisionPoint(decisionPoint, this.decisions, this.risks, this.registry, this.failures);
	}

	@Override
	public Check instrument(Check check) {
		CheckTimes times = new CheckTimes(check.name(), this.registry, this.failures);
		return (check instanceof RemoteCheck remote) ? new MeteredRemoteCheck(remote, times)
				: new MeteredLocalCheck((LocalCheck) check, times);
	}

	/**
	 * Return who counts responses.
	 * @return the listener
	 */
	public OutcomeListener outcomes() {
		return new MeteredOutcomes(this.registry, this.failures);
	}

}
