package io.zerotrust.risk.learned;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a profile for the hours of the day, in UTC, at which a principal is usually
 * there. Smoothed around the clock, and leaning on what its peers do until enough is
 * known.
 */
final class Hours {

	static final int DAY = 24;

	private static final Decay DECAY = Decay.days(21);

	private static final double SHRUNK = 6;

	private static final double WEIGHT = 0.8;

	private static final double LEAST = -0.6;

	private static final double MOST = 2.5;

	private final int at;

	/**
	 * Describe the place.
	 * @param at the first of its words
	 */
	Hours(int at) {
		this.at = at;
	}

	int end() {
		return this.at + DAY / 2;
	}

	static int of(int now) {
		return Math.floorMod(now, Decay.DAY) / Decay.HOUR;
	}

	/**
	 * Return how much likelier an attacker comes at an hour than the principal.
	 * @param peers which share of its peers' hours it is
	 * @param left what is left of everything
	 */
	double nats(int[] words, int hour, double peers, double left) {
		double total = 0;
		for (int i = 0; i < DAY; i++) {
			total += Words.half(words, this.at, i);
		}
		double own = (Words.half(words, this.at, hour) / 2 + Words.half(words, this.at, (hour + 1) % DAY) / 4
				+ Words.half(words, this.at, (hour + DAY - 1) % DAY) / 4);
		double usual = (own * left + SHRUNK * peers) / (total * left + SHRUNK);
		return WEIGHT * Math.max(LEAST, Math.min(MOST, StrictMath.log(1.0 / DAY / usual)));
	}

	/**
	 * Return the hours that were learned, from 0 to 23.
	 */
	List<Integer> usual(int[] words) {
		List<Integer> hours = new ArrayList<>();
		for (int i = 0; i < DAY; i++) {
			if (Words.half(words, this.at, i) > 0) {
				hours.add(i);
			}
		}
		return hours;
	}

	void learn(int[] words, int hour) {
		Words.half(words, this.at, hour, Words.half(words, this.at, hour) + 1);
	}

	/**
	 * Return what is left after some days.
	 */
	static double left(int days) {
		return DECAY.left(0, days * Decay.DAY);
	}

	void age(int[] words, double left) {
		for (int i = 0; i < DAY; i++) {
			Words.half(words, this.at, i, Words.half(words, this.at, i) * left);
		}
	}

}
