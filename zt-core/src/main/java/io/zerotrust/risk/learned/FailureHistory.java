package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * How often requests of a principal fail, and the evidence of those that failed lately.
 *
 * @param failed how many failed
 * @param total of how many
 * @param at when they were counted, in milliseconds since the epoch
 * @param evidence the evidence
 * @param last when the last one failed
 * @param endpoint which endpoint that was
 * @param count how many make up the evidence
 * @param kinds bits of their statuses
 */
record FailureHistory(double failed, double total, long at, Cusum evidence, long last, int endpoint, int count,
		int kinds) {

	static final FailureHistory NONE = new FailureHistory(0, 0, 0, Cusum.NONE, 0, -1, 0, 0);

	private static final int[] STATUSES = { 401, 403, 404, 429 };

	private static final double[] WEIGHTS = { 0.5, 1, 0.6, 0.4 };

	private static final Decay RATE = Decay.days(21);

	private static final Decay EVIDENCE = Decay.hours(6);

	private static final double CAP = 11;

	private static final double FREE = 3.5;

	/**
	 * How many requests with the usual share of failures everybody starts with.
	 */
	private static final double SHRUNK = 60;

	private static final long REFRACTORY = 20_000;

	private static final double SAME_AGAIN = 0.15;

	private static final double OTHER_AGAIN = 0.45;

	/**
	 * Whether a status is one that who probes collects.
	 */
	static boolean counts(int status) {
		return kind(status) >= 0;
	}

	private static int kind(int status) {
		for (int i = 0; i < STATUSES.length; i++) {
			if (STATUSES[i] == status) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Return the share of its requests that is to be expected to fail.
	 */
	double rate(long now) {
		double left = RATE.left(this.at, now);
		return (this.failed * left + SHRUNK * EndpointRates.USUAL) / (this.total * left + SHRUNK);
	}

	boolean isClear(long now) {
		return this.evidence.left(EVIDENCE, now) == 0;
	}

	/**
	 * Take in a failure.
	 * @param status why it failed
	 * @param endpointRate the share of requests that fails at the endpoint right now,
	 * whoever sends them
	 * @param usual whether the request was one to learn from, so that what fails all the
	 * time becomes usual
	 */
	FailureHistory failed(int status, int endpoint, double endpointRate, boolean usual, long now) {
		int kind = kind(status);
		double nats = Math.max(0, StrictMath.log(0.4 / Math.max(rate(now), endpointRate))) * WEIGHTS[kind];
		boolean again = this.count > 0 && Math.abs(now - this.last) < REFRACTORY;
		if (again) {
			nats *= (endpoint == this.endpoint) ? SAME_AGAIN : OTHER_AGAIN;
		}
		boolean first = isClear(now);
		Cusum evidence = this.evidence.add(nats, EVIDENCE, CAP, now);
		boolean learn = usual && evidence.sum() <= FREE;
		double left = RATE.left(this.at, now);
		return new FailureHistory(learn ? this.failed * left + 1 : this.failed,
				learn ? this.total * left + 1 : this.total, learn ? Math.max(this.at, now) : this.at, evidence,
				Math.max(this.last, now), endpoint, (first ? 0 : this.count) + 1, (first ? 0 : this.kinds) | 1 << kind);
	}

	/**
	 * Take in a success.
	 * @param usual whether the request was one to learn from
	 */
	FailureHistory succeeded(boolean usual, long now) {
		double left = RATE.left(this.at, now);
		double nats = Math.max(-0.5, Math.min(0, StrictMath.log(0.6 / (1 - rate(now)))));
		return new FailureHistory(usual ? this.failed * left : this.failed, usual ? this.total * left + 1 : this.total,
				usual ? Math.max(this.at, now) : this.at, this.evidence.add(nats, EVIDENCE, CAP, now), this.last,
				this.endpoint, this.count, this.kinds);
	}

	FailureHistory halved() {
		return new FailureHistory(this.failed, this.total, this.at, this.evidence.halved(), this.last, this.endpoint,
				this.count, this.kinds);
	}

	/**
	 * Return what the evidence adds to the risk.
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(long now) {
		double nats = this.evidence.left(EVIDENCE, now) - FREE;
		if (nats <= 0) {
			return Assessment.silent();
		}
		StringBuilder words = new StringBuilder().append(this.count).append(" failed requests in short time (");
		String separator = "";
		for (int i = 0; i < STATUSES.length; i++) {
			if ((this.kinds & 1 << i) != 0) {
				words.append(separator).append(STATUSES[i]);
				separator = ", ";
			}
		}
		return new Assessment(nats, words.append(')').toString());
	}

}
