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

	private static final double FAMILIAR_CAP = 1;

	private int network;

	private int former;

	private int asn;

	private int changed;

	private double sum;

	private int at;

	void begin(Surroundings here) {
		int network = here.network();
		this.asn = here.asn();
		this.network = network;
		this.former = network;
		this.sum = 0;
	}

	/**
	 * Return how much there is with a request.
	 * @param familiar whether both networks are the principal's own
	 */
	double with(Surroundings here, boolean familiar, int now) {
		int network = here.network();
		double left = this.sum * DECAY.left(this.at, now);
		boolean flip = network != this.network && network == this.former && now - this.changed <= BACK_WITHIN;
		if (!flip) {
			return left;
		}
		return familiar ? Math.max(left, Math.min(FAMILIAR_CAP, left + FAMILIAR_FLIP)) : Math.min(CAP, left + FLIP);
	}

	void see(Surroundings here, boolean familiar, int now) {
		int network = here.network();
		if (network == this.network) {
			return;
		}
		this.sum = with(here, familiar, now);
		this.at = Math.max(this.at, now);
		this.former = this.network;
		this.network = network;
		this.changed = now;
		this.asn = here.asn();
	}

	int asn() {
		return this.asn;
	}

	int network() {
		return this.network;
	}

}
