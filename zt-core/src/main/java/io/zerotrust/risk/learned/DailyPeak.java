package io.zerotrust.risk.learned;

/**
 * A place in a profile for how much somebody does at most on a day: mean and variance of
 * the logarithm of the daily peak, and two means of different memory that show a trend.
 *
 * <p>
 * The mean follows upwards by little a day, so that nobody is led astray in small steps,
 * and downwards freely.
 */
final class DailyPeak {

	private static final int WORDS = 6;

	private static final int MEAN = 0;

	private static final int VARIANCE = 1;

	private static final int FAST = 2;

	private static final int SLOW = 3;

	/**
	 * The peak of the day that may be learned.
	 */
	private static final int OWN = 4;

	/**
	 * The peak of the day, whatever is thought of it.
	 */
	private static final int SEEN = 5;

	/**
	 * Until so many days are known the mean follows freely.
	 */
	private static final int SETTLED = 8;

	private static final double MOST_RISE = 0.02;

	private static final double LITTLE_OVER = 1.3;

	private static final double SHORTEST = 1 - StrictMath.pow(2, -1.0 / 20);

	private static final double WEEK = 1.0 / 7;

	private static final double EIGHT_WEEKS = 1.0 / 56;

	private static final double TREND = 1.5;

	private static final double TREND_UNIT = 0.35;

	private final int at;

	/**
	 * Describe the place.
	 * @param at the first of its words
	 */
	DailyPeak(int at) {
		this.at = at;
	}

	int end() {
		return this.at + WORDS;
	}

	double mean(int[] words) {
		return Words.number(words, this.at + MEAN);
	}

	double variance(int[] words) {
		return Words.number(words, this.at + VARIANCE);
	}

	/**
	 * Take in how much was done.
	 * @param own whether it is the principal's own, and may be learned
	 * @param capped whether no more than a little over the usual may
	 */
	void see(int[] words, double count, boolean own, boolean capped) {
		if (count > Words.number(words, this.at + SEEN)) {
			Words.number(words, this.at + SEEN, count);
		}
		double learned = capped ? Math.min(count, LITTLE_OVER * StrictMath.expm1(mean(words))) : count;
		if (own && learned > Words.number(words, this.at + OWN)) {
			Words.number(words, this.at + OWN, learned);
		}
	}

	/**
	 * Close a day.
	 * @param days how many days were closed before
	 * @param elapsed how many days ago the last one was
	 * @return the logarithm of its peak
	 */
	double close(int[] words, int days, int elapsed) {
		double own = StrictMath.log1p(Words.number(words, this.at + OWN));
		double seen = StrictMath.log1p(Words.number(words, this.at + SEEN));
		double weight = Math.max(1.0 / (days + 1), SHORTEST);
		double mean = mean(words);
		double off = own - mean;
		double rise = (days < SETTLED) ? off * weight : Math.min(off * weight, MOST_RISE * Math.max(1, elapsed));
		Words.number(words, this.at + MEAN, mean + rise);
		if (days > 0) {
			double variance = variance(words);
			Words.number(words, this.at + VARIANCE, variance + weight * (off * (own - mean - rise) - variance));
		}
		follow(words, FAST, seen, Math.max(weight, WEEK));
		follow(words, SLOW, seen, Math.max(weight, EIGHT_WEEKS));
		Words.number(words, this.at + OWN, 0);
		Words.number(words, this.at + SEEN, 0);
		return own;
	}

	private void follow(int[] words, int which, double peak, double weight) {
		double mean = Words.number(words, this.at + which);
		Words.number(words, this.at + which, mean + weight * (peak - mean));
	}

	/**
	 * Return what a steady rise over weeks says.
	 * @return nothing, or more than 0 nats
	 */
	double trend(int[] words) {
		double slope = Words.number(words, this.at + FAST) - Words.number(words, this.at + SLOW);
		return TREND * Math.max(0, slope / TREND_UNIT - TREND);
	}

}
