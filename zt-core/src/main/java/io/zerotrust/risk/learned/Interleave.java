package io.zerotrust.risk.learned;

/**
 * How often a session has jumped to another network and straight back: the mark of two
 * who use it at the same time.
 */
final class Interleave {

	private static final int BACK_WITHIN = 5 * Decay.MINUTE;

	private static final Decay DECAY = Decay.hours(1);

	private static final double CAP = 5;

	private static final double FLIP = 1.2;

	private static final double FAMILIAR_FLIP = 0.1;

	private int network;

	private int former;

	private int changed;

	private double sum;

	private int at;

	void begin(int network) {
		this.network = network;
		this.former = network;
		this.sum = 0;
	}

	/**
	 * Return how much there is with a request.
	 * @param familiar whether both networks are the principal's own
	 */
	double with(int network, boolean familiar, int now) {
		double left = this.sum * DECAY.left(this.at, now);
		boolean flip = network != this.network && network == this.former && now - this.changed <= BACK_WITHIN;
		return Math.min(CAP, left + (flip ? familiar ? FAMILIAR_FLIP : FLIP : 0));
	}

	void see(int network, boolean familiar, int now) {
		if (network == this.network) {
			return;
		}
		this.sum = with(network, familiar, now);
		this.at = Math.max(this.at, now);
		this.former = this.network;
		this.network = network;
		this.changed = now;
	}

	int network() {
		return this.network;
	}

}
