package io.zerotrust.risk.learned;

/**
 * Evidence that adds up, never below 0, and fades.
 *
 * @param sum how much there was, in nats
 * @param at when, in milliseconds since the epoch
 */
record Cusum(double sum, long at) {

	static final Cusum NONE = new Cusum(0, 0);

	/**
	 * Evidence of which less is left is over, and what comes next is another matter.
	 */
	private static final double OVER = 0.01;

	/**
	 * Return how much is left.
	 */
	double left(Decay decay, long now) {
		if (this.sum == 0) {
			return 0;
		}
		double left = this.sum * decay.left(this.at, now);
		return (left < OVER) ? 0 : left;
	}

	Cusum add(double nats, Decay decay, double cap, long now) {
		double sum = Math.max(0, Math.min(cap, left(decay, now) + nats));
		return (sum == 0) ? NONE : new Cusum(sum, Math.max(this.at, now));
	}

	Cusum halved() {
		return (this.sum == 0) ? this : new Cusum(this.sum / 2, this.at);
	}

}
