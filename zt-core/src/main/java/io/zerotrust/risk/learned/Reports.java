package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * The places in a profile for what the application itself found suspicious lately.
 */
final class Reports {

	private static final Decay EVIDENCE = Decay.hours(6);

	private static final double CAP = 11;

	private final Cusum evidence;

	private final int count;

	/**
	 * Describe the places.
	 * @param at the first of their words
	 */
	Reports(int at) {
		this.evidence = new Cusum(at, EVIDENCE, CAP);
		this.count = this.evidence.end();
	}

	int end() {
		return this.count + 1;
	}

	/**
	 * Take in what was reported of a request.
	 * @param nats how much it says
	 */
	void add(int[] words, double nats, int now) {
		boolean first = this.evidence.left(words, now) == 0;
		this.evidence.add(words, nats, now);
		words[this.count] = (first ? 0 : words[this.count]) + 1;
	}

	boolean isRecent(int[] words, int now) {
		return this.evidence.isRecent(words, now);
	}

	/**
	 * Return what the evidence adds to the risk.
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(int[] words, int now) {
		double nats = this.evidence.left(words, now);
		if (nats == 0) {
			return Assessment.silent();
		}
		return new Assessment(nats, "reported by the application, " + words[this.count] + "x in short time");
	}

}
