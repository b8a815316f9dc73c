package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * Which endpoints a principal uses, and the evidence of those it never used. The first
 * use in an episode is a trial.
 *
 * @param known the endpoints it has used with success
 * @param trials how many trials there were
 * @param at when they were counted, in milliseconds since the epoch
 * @param novelty the evidence
 * @param fresh how many endpoints make up the evidence
 */
record EndpointHistory(EndpointSet known, double trials, long at, Cusum novelty, int fresh) {

	static final EndpointHistory NONE = new EndpointHistory(EndpointSet.NONE, 0, 0, Cusum.NONE, 0);

	private static final Decay TRIALS = Decay.days(30);

	private static final Decay NOVELTY = Decay.hours(2);

	private static final double CAP = 9;

	private static final double KNOWN = -0.8;

	private static final double LEAST = -0.5;

	private static final double MOST = 5;

	private static final double CRITICAL = 0.7;

	private static final double FREE = 2;

	private static final double FREE_FOR_SERVICES = 1;

	/**
	 * Return what a first use in an episode says.
	 * @param discount what peers who use the endpoint take off, in nats
	 * @param known whether enough is known of the principal for anything to be unlike it
	 */
	double nats(Sample sample, double discount, boolean known) {
		if (this.known.contains(sample.endpoint())) {
			return KNOWN;
		}
		double newEndpoint = (1 + 0.15 * this.known.size()) / (1 + this.trials * TRIALS.left(this.at, sample.time()));
		double nats = Math.max(LEAST, Math.min(MOST, StrictMath.log(0.5 / newEndpoint) - discount))
				+ (sample.critical() ? CRITICAL : 0);
		return known ? nats : Math.min(0, nats);
	}

	EndpointHistory tried(double nats, long now) {
		boolean first = this.novelty.left(NOVELTY, now) == 0;
		int fresh = (first ? 0 : this.fresh) + ((nats > 0) ? 1 : 0);
		return new EndpointHistory(this.known, this.trials, this.at, this.novelty.add(nats, NOVELTY, CAP, now), fresh);
	}

	EndpointHistory learn(int endpoint, long now) {
		return new EndpointHistory(this.known.with(endpoint), this.trials * TRIALS.left(this.at, now) + 1,
				Math.max(this.at, now), this.novelty, this.fresh);
	}

	/**
	 * Return what the evidence adds to the risk.
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(boolean service, long now) {
		double nats = this.novelty.left(NOVELTY, now) - (service ? FREE_FOR_SERVICES : FREE);
		if (nats <= 0 || this.fresh == 0) {
			return Assessment.silent();
		}
		return new Assessment(nats,
				(this.fresh == 1) ? "1 endpoint never used before" : this.fresh + " endpoints never used before");
	}

}
