package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * The places in a profile for the evidence of somebody who counts through identifiers
 * that are not his.
 */
final class SequenceHistory {

	private static final Decay EVIDENCE = Decay.hours(1);

	private static final double CAP = 9;

	private static final double FREE = 2;

	private static final double ATTACKER = 0.85;

	private static final double USUAL = 0.02;

	private static final double SHRUNK = 60;

	private static final double STEP = 0.7;

	private static final double COST = 0.3;

	private static final double JUMP = -1.5;

	/**
	 * What nobody has claimed may be the principal's own.
	 */
	private static final double UNCLAIMED = 0.5;

	private final Cusum evidence;

	private final Share steps;

	private final int type;

	private final int number;

	/**
	 * Describe the places.
	 * @param at the first of their words
	 */
	SequenceHistory(int at) {
		this.evidence = new Cusum(at, EVIDENCE, CAP);
		this.steps = new Share(this.evidence.end());
		this.type = this.steps.end();
		this.number = this.type + 1;
	}

	int end() {
		return this.number + 1;
	}

	/**
	 * Return what the objects of a request say.
	 */
	double nats(int[] words, Sample sample, Crowd crowd) {
		double sum = 0;
		for (Touch object : sample.objects()) {
			if (object.number() >= 0 && object.type() == words[this.type]) {
				sum += isStep(words, object) ? step(words, object, sample, crowd) : JUMP;
			}
		}
		return sum;
	}

	private boolean isStep(int[] words, Touch object) {
		int step = (int) object.number() - words[this.number];
		return step == 1 || step == 2 || step == -1;
	}

	private double step(int[] words, Touch object, Sample sample, Crowd crowd) {
		long owner = crowd.owners().find(object);
		if (ObjectOwners.isShared(owner) || ObjectOwners.claimant(owner) == sample.principal().claimant()) {
			return 0;
		}
		double nats = STEP * StrictMath.log(ATTACKER / this.steps.expected(words, USUAL, SHRUNK, sample.time())) - COST;
		return (owner == 0) ? UNCLAIMED * nats : nats;
	}

	/**
	 * Take in what a request touches.
	 * @param nats what that says
	 * @param own whether it is the principal's own: who counts every day may
	 */
	void attempted(int[] words, Sample sample, double nats, boolean own) {
		if (nats != 0) {
			this.evidence.add(words, nats, sample.time());
			if (own) {
				learn(words, nats > 0, sample.time());
			}
		}
		for (Touch object : sample.objects()) {
			if (object.number() >= 0) {
				words[this.type] = object.type();
				words[this.number] = (int) object.number();
			}
		}
	}

	/**
	 * Learn how often a principal counts on.
	 * @param stepped whether it was a step
	 */
	void learn(int[] words, boolean stepped, int now) {
		this.steps.count(words, stepped ? 1 : 0, 1, now);
	}

	/**
	 * Return what the evidence adds to the risk.
	 * @param nats what the request itself adds to it
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(int[] words, double nats, int now) {
		double sum = this.evidence.with(words, nats, now) - FREE;
		return (sum <= 0) ? Assessment.silent() : new Assessment(sum, "identifiers counted through");
	}

}
