package io.zerotrust.risk;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Sums up what is said about one request. For one thread.
 *
 * @since 0.1.0
 */
public final class RiskTally {

	/**
	 * Without evidence the risk is 0.7 %.
	 */
	private static final double PRIOR = -5;

	private static final double CONTEXT_LEFT = 0.1;

	private static final double SESSION_LEFT = 0.25;

	private static final RiskScore SILENT = new RiskScore(risk(PRIOR), risk(PRIOR), Lead.IDENTITY, false, List.of());

	private final double[] sums = new double[EvidenceGroup.values().length];

	private @Nullable List<Contribution> contributions;

	private double shift;

	private boolean steppedUp;

	RiskTally(boolean steppedUp) {
		this.steppedUp = steppedUp;
	}

	/**
	 * Return the risk of a sum of evidence.
	 * @param nats prior and evidence, in nats
	 * @return the risk, from 0 to 1
	 */
	public static double risk(double nats) {
		return 1 / (1 + StrictMath.exp(-nats));
	}

	/**
	 * Return the sum of evidence that makes a risk: the opposite of {@link #risk}.
	 * @param risk the risk, between 0 and 1
	 * @return prior and evidence, in nats
	 */
	public static double nats(double risk) {
		return StrictMath.log(risk / (1 - risk));
	}

	/**
	 * Return the prior.
	 * @return what is there before anybody speaks, in nats
	 */
	public static double prior() {
		return PRIOR;
	}

	/**
	 * Add evidence. None is added for 0 nats.
	 * @param group what it speaks of
	 * @param name the name under which it is reported
	 * @param assessment what is said
	 */
	public void add(EvidenceGroup group, String name, Assessment assessment) {
		if (assessment.nats() != 0) {
			this.sums[group.ordinal()] += assessment.nats();
			report(name, assessment);
		}
	}

	private void report(String name, Assessment assessment) {
		this.contributions = (this.contributions != null) ? this.contributions : new ArrayList<>();
		this.contributions.add(new Contribution(name, assessment));
	}

	/**
	 * Return what was said so far.
	 * @param group of which kind of evidence
	 * @return its sum in nats, not clipped
	 */
	public double sum(EvidenceGroup group) {
		return this.sums[group.ordinal()];
	}

	/**
	 * Shift the prior.
	 * @param nats by how much, in nats
	 */
	public void shiftPrior(double nats) {
		this.shift = nats;
	}

	/**
	 * Whether the caller has just stepped up, which weakens evidence about who asks.
	 * @return {@code true} if so
	 */
	public boolean isSteppedUp() {
		return this.steppedUp;
	}

	/**
	 * Take the step-up for somebody else's.
	 */
	public void ignoreStepUp() {
		this.steppedUp = false;
	}

	RiskScore score() {
		if (this.contributions == null) {
			return SILENT;
		}
		double context = EvidenceGroup.CONTEXT.clip(sum(EvidenceGroup.CONTEXT));
		double session = EvidenceGroup.SESSION.clip(sum(EvidenceGroup.SESSION));
		double behaviour = EvidenceGroup.BEHAVIOUR.clip(sum(EvidenceGroup.BEHAVIOUR));
		double identity = context + session;
		if (this.steppedUp && identity > 0) {
			identity = context * CONTEXT_LEFT + session * SESSION_LEFT;
			report("stepped-up", new Assessment(identity - context - session, "stepped up"));
		}
		if (this.shift != 0) {
			report("calibration", new Assessment(this.shift, "calibrated to the budget"));
		}
		return new RiskScore(risk(PRIOR + this.shift + identity + behaviour), risk(PRIOR + this.shift + identity),
				(behaviour > identity) ? Lead.BEHAVIOUR : Lead.IDENTITY, this.steppedUp, this.contributions);
	}

}
