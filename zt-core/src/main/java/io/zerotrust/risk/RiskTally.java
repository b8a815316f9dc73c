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

	/**
	 * How much what is done counts at most.
	 */
	private static final double MOST_BEHAVIOUR = 14;

	private static final double LEAST = risk(PRIOR);

	private static final RiskScore SILENT = new RiskScore(LEAST, LEAST, LEAST, Lead.IDENTITY, Lead.IDENTITY, false,
			false, false, null, List.of());

	private final RiskSettings settings;

	private final double[] sums = new double[EvidenceGroup.values().length];

	private @Nullable List<Contribution> contributions;

	private double shift;

	private boolean steppedUp;

	private boolean held;

	private boolean calm;

	private RiskScore.@Nullable Pace pace;

	RiskTally(RiskSettings settings, boolean steppedUp) {
		this.settings = settings;
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
	 * Return the risk of a request that nothing speaks against.
	 * @return the risk of the prior
	 */
	static double least() {
		return LEAST;
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
		if (assessment.nats() == 0) {
			return;
		}
		SignalRule rule = this.settings.signal(name);
		if (rule.mode() == SignalMode.OFF) {
			return;
		}
		double nats = rule.weight() * assessment.nats();
		if (rule.mode() == SignalMode.REPORT) {
			report(name, new Assessment(nats, assessment.words() + " (only reported)"));
			return;
		}
		this.sums[group.ordinal()] += nats;
		report(name, (rule.weight() == 1) ? assessment : new Assessment(nats, assessment.words()));
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

	/**
	 * Note that the session was over a threshold lately: the next one is lower.
	 */
	public void hold() {
		this.held = true;
	}

	/**
	 * Note that the request adds nothing to what speaks against what was done.
	 */
	public void calm() {
		this.calm = true;
	}

	/**
	 * Note that more than usual is done.
	 * @param pace how much more
	 */
	public void pace(RiskScore.Pace pace) {
		this.pace = pace;
	}

	RiskScore score() {
		if (this.contributions == null && this.pace == null && this.shift == 0) {
			return SILENT;
		}
		double context = weighed(EvidenceGroup.CONTEXT, this.settings.weights().context());
		double session = weighed(EvidenceGroup.SESSION, this.settings.weights().session());
		double volume = weighed(EvidenceGroup.VOLUME, this.settings.weights().behaviour());
		double authorisation = weighed(EvidenceGroup.AUTHORISATION, this.settings.weights().behaviour());
		double identity = context + session;
		if (this.steppedUp && identity > 0) {
			identity = context * CONTEXT_LEFT + session * SESSION_LEFT;
			report("stepped-up", new Assessment(identity - context - session, "stepped up"));
		}
		if (this.shift != 0 && this.contributions != null) {
			report("calibration", new Assessment(this.shift, "calibrated to the budget"));
		}
		double base = PRIOR + this.shift + identity;
		Lead proper = (authorisation > identity) ? Lead.AUTHORISATION : Lead.IDENTITY;
		double who = risk(base);
		double what = (authorisation == 0) ? who : risk(base + Math.min(MOST_BEHAVIOUR, authorisation));
		double all = (volume == 0) ? what : risk(base + Math.min(MOST_BEHAVIOUR, volume + authorisation));
		return new RiskScore(all, what, who, (volume > Math.max(identity, authorisation)) ? Lead.VOLUME : proper,
				proper, this.steppedUp, this.held, this.calm, this.pace,
				(this.contributions != null) ? this.contributions : List.of());
	}

	private double weighed(EvidenceGroup group, double weight) {
		return group.clip(sum(group)) * weight;
	}

}
