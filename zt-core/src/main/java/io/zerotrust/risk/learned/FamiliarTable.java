package io.zerotrust.risk.learned;

import java.util.function.IntConsumer;

/**
 * A place in a profile for the values of one facet that a principal was seen with, as
 * numbers, and how often. Half is forgotten in 30 days; what is there is aged once a day.
 */
final class FamiliarTable {

	private static final double FORGOTTEN = 0.12;

	private static final double DAILY = StrictMath.pow(2, -1.0 / 30);

	private final int at;

	private final int weights;

	private final Facet facet;

	/**
	 * Describe the place.
	 * @param at the first of its words
	 */
	FamiliarTable(int at, Facet facet) {
		this.at = at;
		this.weights = at + 1 + facet.most();
		this.facet = facet;
	}

	int end() {
		return this.weights + (this.facet.most() + 1) / 2;
	}

	/**
	 * Return what is left after some days.
	 */
	static double left(int days) {
		return (days <= 0) ? 1 : StrictMath.pow(DAILY, days);
	}

	boolean isEmpty(int[] words) {
		return words[this.at] == 0;
	}

	/**
	 * Return a value that is remembered.
	 * @param index which, from 0
	 * @return the value; 0 if there is none
	 */
	int value(int[] words, int index) {
		return (Words.half(words, this.weights, index) > 0) ? words[this.at + 1 + index] : Sample.ABSENT;
	}

	private int find(int[] words, int value, int former) {
		for (int i = 0; i < this.facet.most(); i++) {
			int each = words[this.at + 1 + i];
			if ((each == value || each == former) && Words.half(words, this.weights, i) > 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Return how often a value was seen, as far as it is remembered; 0 if it is not.
	 * @param former the same value under the key of last month, or the same
	 * @param left what is left of everything
	 */
	double weight(int[] words, int value, int former, double left) {
		int index = find(words, value, former);
		double weight = (index < 0) ? 0 : Words.half(words, this.weights, index) * left;
		return (weight < FORGOTTEN) ? 0 : weight;
	}

	/**
	 * Return how much likelier an attacker shows a value than the principal.
	 * @param discount what peers who show it take off, in nats
	 */
	double nats(int[] words, int value, int former, double discount, double left) {
		double newValue = this.facet.newValue(Words.half(words, this.at, 0) * left, kinds(words, left));
		double weight = weight(words, value, former, left);
		return (weight > 0) ? this.facet.seen(newValue, weight)
				: Facet.discounted(this.facet.unseen(newValue), discount);
	}

	/**
	 * How many of the trials showed a new value: the table is too short to tell.
	 */
	private double kinds(int[] words, double left) {
		int live = 0;
		for (int i = 0; i < this.facet.most(); i++) {
			live += (Words.half(words, this.weights, i) * left < FORGOTTEN) ? 0 : 1;
		}
		return Math.max(live, Words.half(words, this.at, 1) * left);
	}

	/**
	 * Take in one more trial. A full table forgets the rarest.
	 * @param weight how often the trial counts for the value
	 * @return the value that was forgotten for it, or 0
	 */
	int learn(int[] words, int value, int former, double weight) {
		int index = find(words, value, former);
		boolean first = index < 0;
		int forgotten = Sample.ABSENT;
		if (first) {
			index = 0;
			for (int i = 1; i < this.facet.most(); i++) {
				index = (Words.half(words, this.weights, i) < Words.half(words, this.weights, index)) ? i : index;
			}
			forgotten = value(words, index);
			Words.half(words, this.weights, index, 0);
		}
		words[this.at + 1 + index] = value;
		Words.half(words, this.weights, index, Words.half(words, this.weights, index) + weight);
		Words.half(words, this.at, 0, Words.half(words, this.at, 0) + 1);
		Words.half(words, this.at, 1, Words.half(words, this.at, 1) + (first ? 1 : 0));
		return forgotten;
	}

	/**
	 * Let everything fade.
	 * @param forgotten is told each value that is no longer remembered
	 */
	void age(int[] words, double left, IntConsumer forgotten) {
		for (int i = 0; i < this.facet.most(); i++) {
			double weight = Words.half(words, this.weights, i) * left;
			if (weight < FORGOTTEN && value(words, i) != Sample.ABSENT) {
				forgotten.accept(value(words, i));
			}
			Words.half(words, this.weights, i, (weight < FORGOTTEN) ? 0 : weight);
		}
		Words.half(words, this.at, 0, Words.half(words, this.at, 0) * left);
		Words.half(words, this.at, 1, Words.half(words, this.at, 1) * left);
	}

}
