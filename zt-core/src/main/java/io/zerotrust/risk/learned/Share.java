package io.zerotrust.risk.learned;

/**
 * A place in a profile where is counted how many of its requests have some property, as
 * two numbers that fade together.
 */
final class Share {

	private static final Decay DECAY = Decay.days(21);

	private final int at;

	/**
	 * Describe the place.
	 * @param at the first of its three words
	 */
	Share(int at) {
		this.at = at;
	}

	int end() {
		return this.at + 3;
	}

	double total(int[] words, int now) {
		return Words.number(words, this.at + 1) * DECAY.left(words[this.at + 2], now);
	}

	/**
	 * Return the share that is to be expected.
	 * @param usual the share where nothing is known
	 * @param strength how many requests that stands for
	 */
	double expected(int[] words, double usual, double strength, int now) {
		double left = DECAY.left(words[this.at + 2], now);
		return (Words.number(words, this.at) * left + strength * usual)
				/ (Words.number(words, this.at + 1) * left + strength);
	}

	/**
	 * Return the share that was seen; 0 if too few were.
	 */
	double seen(int[] words, double atLeast) {
		float total = Words.number(words, this.at + 1);
		return (total < atLeast) ? 0 : Words.number(words, this.at) / total;
	}

	void count(int[] words, double hits, double total, int now) {
		double left = DECAY.left(words[this.at + 2], now);
		Words.number(words, this.at, Words.number(words, this.at) * left + hits);
		Words.number(words, this.at + 1, Words.number(words, this.at + 1) * left + total);
		words[this.at + 2] = Math.max(words[this.at + 2], now);
	}

}
