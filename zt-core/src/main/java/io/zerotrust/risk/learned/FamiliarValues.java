package io.zerotrust.risk.learned;

import java.util.Arrays;

/**
 * The values of one facet that a principal was seen with, as hashes, and how often. Half
 * is forgotten in 30 days. Immutable.
 */
final class FamiliarValues {

	static final FamiliarValues NONE = new FamiliarValues(new int[0], new float[0], 0, 0, 0);

	static final int MOST = 8;

	private static final double FORGOTTEN = 0.12;

	private static final Decay DECAY = Decay.days(30);

	private final int[] values;

	private final float[] weights;

	private final double trials;

	/**
	 * How many of the trials showed a new value. The table is too short to tell.
	 */
	private final double firsts;

	private final long at;

	private FamiliarValues(int[] values, float[] weights, double trials, double firsts, long at) {
		this.values = values;
		this.weights = weights;
		this.trials = trials;
		this.firsts = firsts;
		this.at = at;
	}

	boolean isEmpty() {
		return this.trials == 0;
	}

	int size() {
		return this.values.length;
	}

	int value(int index) {
		return this.values[index];
	}

	/**
	 * Whether a value is in the table, remembered or not.
	 */
	boolean contains(int value) {
		for (int each : this.values) {
			if (each == value) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return how often a value was seen, as far as it is remembered; 0 if it is not.
	 */
	double weight(int value, long now) {
		for (int i = 0; i < this.values.length; i++) {
			if (this.values[i] == value) {
				double weight = this.weights[i] * DECAY.left(this.at, now);
				return (weight < FORGOTTEN) ? 0 : weight;
			}
		}
		return 0;
	}

	/**
	 * Return how much likelier an attacker shows a value than the principal.
	 * @param discount what peers who show it take off, in nats
	 */
	double nats(Facet facet, int value, double discount, long now) {
		double left = DECAY.left(this.at, now);
		double newValue = facet.newValue(this.trials * left, kinds(left));
		double weight = weight(value, now);
		return (weight > 0) ? facet.seen(newValue, weight) : Facet.discounted(facet.unseen(newValue), discount);
	}

	private double kinds(double left) {
		int live = 0;
		for (float weight : this.weights) {
			live += (weight * left < FORGOTTEN) ? 0 : 1;
		}
		return Math.max(live, this.firsts * left);
	}

	/**
	 * Return the values with one more trial. A full table forgets the rarest.
	 * @param weight how often the trial counts for the value
	 */
	FamiliarValues learn(int value, double weight, long now) {
		double left = DECAY.left(this.at, now);
		double before = weight(value, now);
		int[] values = new int[MOST + 1];
		float[] weights = new float[MOST + 1];
		int count = 0;
		for (int i = 0; i < this.values.length; i++) {
			float kept = (float) (this.weights[i] * left);
			if (this.values[i] != value && kept >= FORGOTTEN) {
				values[count] = this.values[i];
				weights[count++] = kept;
			}
		}
		if (count == MOST) {
			int rarest = 0;
			for (int i = 1; i < count; i++) {
				rarest = (weights[i] < weights[rarest]) ? i : rarest;
			}
			values[rarest] = values[--count];
			weights[rarest] = weights[count];
		}
		values[count] = value;
		weights[count++] = (float) (before + weight);
		return new FamiliarValues(Arrays.copyOf(values, count), Arrays.copyOf(weights, count), this.trials * left + 1,
				this.firsts * left + ((before > 0) ? 0 : 1), Math.max(this.at, now));
	}

}
