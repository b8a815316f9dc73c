package io.zerotrust.risk;

import java.util.ArrayList;
import java.util.List;

import io.zerotrust.access.AccessRequest;

/**
 * Sums the signals up: the logistic of a prior and the clipped log-likelihood ratios of
 * each group. Deterministic, and explained by its terms.
 *
 * @since 0.1.0
 */
public final class RiskEngine {

	/**
	 * The prior, in nats: without evidence the risk is 0.7 %.
	 */
	private static final double PRIOR = -5;

	private static final RiskScore SILENT = new RiskScore(sigmoid(PRIOR), List.of());

	private static final EvidenceGroup[] GROUPS = EvidenceGroup.values();

	private final RiskSignal[] signals;

	/**
	 * Create the engine.
	 * @param signals the signals to sum up
	 */
	public RiskEngine(List<? extends RiskSignal> signals) {
		this.signals = signals.toArray(RiskSignal[]::new);
	}

	/**
	 * Score a request.
	 * @param request the question
	 * @return the score
	 * @throws IllegalStateException if a signal answers nothing
	 */
	public RiskScore score(AccessRequest request) {
		double[] sums = new double[GROUPS.length];
		List<Contribution> contributions = null;
		for (RiskSignal signal : this.signals) {
			Assessment assessment = signal.assess(request);
			if (assessment == null) {
				throw new IllegalStateException("signal " + signal.name() + " answered nothing");
			}
			if (assessment.nats() != 0) {
				sums[signal.group().ordinal()] += assessment.nats();
				contributions = (contributions != null) ? contributions : new ArrayList<>(this.signals.length);
				contributions.add(new Contribution(signal.name(), assessment));
			}
		}
		if (contributions == null) {
			return SILENT;
		}
		double nats = PRIOR;
		for (EvidenceGroup group : GROUPS) {
			nats += group.clip(sums[group.ordinal()]);
		}
		return new RiskScore(sigmoid(nats), contributions);
	}

	private static double sigmoid(double nats) {
		return 1 / (1 + StrictMath.exp(-nats));
	}

}
