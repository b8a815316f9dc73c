package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * The places in a profile for the endpoints a principal uses, and the evidence of those
 * it never used. The first use in an episode is a trial.
 */
final class EndpointHistory {

	private static final Decay TRIALS = Decay.days(30);

	private static final Decay NOVELTY = Decay.hours(2);

	private static final double CAP = 9;

	private static final double KNOWN = -0.8;

	private static final double LEAST = -0.5;

	private static final double MOST = 5;

	private static final double CRITICAL = 0.7;

	private static final double FREE = 2;

	private static final double FREE_FOR_SERVICES = 1;

	private final EndpointSet known;

	private final int trials;

	private final Cusum novelty;

	private final int fresh;

	/**
	 * Describe the places.
	 * @param at the first of their words
	 */
	EndpointHistory(int at) {
		this.known = new EndpointSet(at);
		this.trials = this.known.end();
		this.novelty = new Cusum(this.trials + 2, NOVELTY, CAP);
		this.fresh = this.novelty.end();
	}

	int end() {
		return this.fresh + 1;
	}

	EndpointSet known() {
		return this.known;
	}

	/**
	 * Return what a first use in an episode says.
	 * @param discount what peers who use the endpoint take off, in nats
	 * @param familiar whether enough is known of the principal for anything to be unlike
	 * it
	 */
	double nats(int[] words, Sample sample, double discount, boolean familiar) {
		if (this.known.contains(words, sample.endpoint())) {
			return KNOWN;
		}
		double trials = Words.number(words, this.trials) * TRIALS.left(words[this.trials + 1], sample.time());
		double newEndpoint = (1 + 0.15 * this.known.size(words)) / (1 + trials);
		double nats = Math.max(LEAST, Math.min(MOST, StrictMath.log(0.5 / newEndpoint) - discount))
				+ (sample.critical() ? CRITICAL : 0);
		return familiar ? nats : Math.min(0, nats);
	}

	void tried(int[] words, double nats, int now) {
		boolean first = this.novelty.left(words, now) == 0;
		words[this.fresh] = (first ? 0 : words[this.fresh]) + ((nats > 0) ? 1 : 0);
		this.novelty.add(words, nats, now);
	}

	/**
	 * Return whether the endpoint was not known.
	 */
	boolean learn(int[] words, int endpoint, int now) {
		boolean first = !this.known.contains(words, endpoint);
		this.known.add(words, endpoint);
		Words.number(words, this.trials,
				Words.number(words, this.trials) * TRIALS.left(words[this.trials + 1], now) + 1);
		words[this.trials + 1] = Math.max(words[this.trials + 1], now);
		return first;
	}

	/**
	 * Return what the evidence adds to the risk.
	 * @param nats what the request itself adds to it
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(int[] words, double nats, boolean service, int now) {
		double sum = this.novelty.with(words, nats, now) - (service ? FREE_FOR_SERVICES : FREE);
		boolean over = this.novelty.left(words, now) == 0;
		int fresh = (over ? 0 : words[this.fresh]) + ((nats > 0) ? 1 : 0);
		if (sum <= 0 || fresh == 0) {
			return Assessment.silent();
		}
		return new Assessment(sum,
				(fresh == 1) ? "1 endpoint never used before" : fresh + " endpoints never used before");
	}

}
