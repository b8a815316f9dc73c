package io.zerotrust.risk.learned;

/**
 * A place in a profile where evidence adds up and fades, a cumulative sum that never
 * falls below 0.
 */
final class Cusum {

	/**
	 * Evidence of which less is left is over, and what comes next is another matter.
	 */
	private static final double OVER = 0.01;

	private static final int RECENT = 5 * Decay.MINUTE;

	private final int at;

	private final Decay decay;

	private final double cap;

	/**
	 * Describe the place.
	 * @param at the first of its two words
	 */
	Cusum(int at, Decay decay, double cap) {
		this.at = at;
		this.decay = decay;
		this.cap = cap;
	}

	int end() {
		return this.at + 2;
	}

	/**
	 * Return how much is left.
	 */
	double left(int[] words, int now) {
		float sum = Words.number(words, this.at);
		if (sum == 0) {
			return 0;
		}
		double left = sum * this.decay.left(words[this.at + 1], now);
		return (left < OVER) ? 0 : left;
	}

	/**
	 * Return how much there is with more of it.
	 */
	double with(int[] words, double nats, int now) {
		return Math.max(0, Math.min(this.cap, left(words, now) + nats));
	}

	void add(int[] words, double nats, int now) {
		Words.number(words, this.at, with(words, nats, now));
		words[this.at + 1] = Math.max(words[this.at + 1], now);
	}

	/**
	 * Whether something was added in the last minutes.
	 */
	boolean isRecent(int[] words, int now) {
		return Words.number(words, this.at) > 0 && now - words[this.at + 1] < RECENT;
	}

	void halve(int[] words) {
		Words.number(words, this.at, Words.number(words, this.at) / 2);
	}

}
