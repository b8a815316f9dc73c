package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * The places in a profile for how often requests of a principal fail, and the evidence of
 * those that failed lately.
 */
final class FailureHistory {

	private static final int[] STATUSES = { 400, 401, 403, 404, 405, 415, 429 };

	private static final double[] WEIGHTS = { 0.3, 0.5, 1, 0.6, 0.5, 0.3, 0.4 };

	private static final Decay EVIDENCE = Decay.hours(6);

	private static final double CAP = 11;

	private static final double FREE = 3.5;

	/**
	 * How many requests with the usual share of failures everybody starts with.
	 */
	private static final double SHRUNK = 60;

	private static final int REFRACTORY = 20;

	private static final int RECENT = 5 * Decay.MINUTE;

	private static final double SAME_AGAIN = 0.15;

	private static final double OTHER_AGAIN = 0.45;

	private final Share rate;

	private final Cusum evidence;

	private final int last;

	private final int endpoint;

	private final int count;

	private final int kinds;

	/**
	 * Describe the places.
	 * @param at the first of their words
	 */
	FailureHistory(int at) {
		this.rate = new Share(at);
		this.evidence = new Cusum(this.rate.end(), EVIDENCE, CAP);
		this.last = this.evidence.end();
		this.endpoint = this.last + 1;
		this.count = this.endpoint + 1;
		this.kinds = this.count + 1;
	}

	int end() {
		return this.kinds + 1;
	}

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
	 * Whether a request may speak for its endpoint: who carries evidence of failures, or
	 * fails time and again, would excuse himself.
	 */
	boolean isImpartial(int[] words, boolean failed, int now) {
		return this.evidence.left(words, now) == 0 && (!failed || now - words[this.last] >= EndpointRates.WINDOW);
	}

	private double rate(int[] words, int now) {
		return this.rate.expected(words, EndpointRates.USUAL, SHRUNK, now);
	}

	/**
	 * Take in a failure.
	 * @param status why it failed
	 * @param endpointRate the share of requests that fails at the endpoint right now,
	 * whoever sends them
	 * @param usual whether the request was one to learn from, so that what fails all the
	 * time becomes usual
	 */
	void failed(int[] words, int status, int endpoint, double endpointRate, boolean usual, int now) {
		int kind = kind(status);
		double nats = Math.max(0, StrictMath.log(0.4 / Math.max(rate(words, now), endpointRate))) * WEIGHTS[kind];
		boolean first = this.evidence.left(words, now) == 0;
		if (!first && Math.abs(now - words[this.last]) < REFRACTORY) {
			nats *= (endpoint == words[this.endpoint]) ? SAME_AGAIN : OTHER_AGAIN;
		}
		this.evidence.add(words, nats, now);
		if (usual && this.evidence.left(words, now) <= FREE) {
			this.rate.count(words, 1, 1, now);
		}
		words[this.last] = Math.max(words[this.last], now);
		words[this.endpoint] = endpoint;
		words[this.count] = (first ? 0 : words[this.count]) + 1;
		words[this.kinds] = (first ? 0 : words[this.kinds]) | 1 << kind;
	}

	/**
	 * Take in a success.
	 * @param usual whether the request was one to learn from
	 */
	void succeeded(int[] words, boolean usual, int now) {
		if (this.evidence.left(words, now) > 0) {
			double nats = Math.max(-0.5, Math.min(0, StrictMath.log(0.6 / (1 - rate(words, now)))));
			this.evidence.add(words, nats, now);
		}
		if (usual) {
			this.rate.count(words, 0, 1, now);
		}
	}

	/**
	 * Whether one has failed in the last minutes.
	 */
	boolean isRecent(int[] words, int now) {
		return words[this.count] > 0 && now - words[this.last] < RECENT && this.evidence.left(words, now) > 0;
	}

	void halve(int[] words) {
		this.evidence.halve(words);
	}

	/**
	 * Return what the evidence adds to the risk.
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(int[] words, int now) {
		double nats = this.evidence.left(words, now) - FREE;
		if (nats <= 0) {
			return Assessment.silent();
		}
		StringBuilder told = new StringBuilder().append(words[this.count]).append(" failed requests in short time (");
		String separator = "";
		for (int i = 0; i < STATUSES.length; i++) {
			if ((words[this.kinds] & 1 << i) != 0) {
				told.append(separator).append(STATUSES[i]);
				separator = ", ";
			}
		}
		return new Assessment(nats, told.append(')').toString());
	}

}
