package io.zerotrust.risk.learned;

import java.util.Arrays;

/**
 * A place in a profile that tells how many different objects were touched, by linear
 * counting: each object sets one bit, and how many are still clear tells how many set
 * them.
 */
final class DistinctObjects {

	private final int at;

	private final int size;

	private final double[] counts;

	/**
	 * Describe the place.
	 * @param at the first of its words
	 * @param size how many words
	 */
	DistinctObjects(int at, int size) {
		this.at = at;
		this.size = size;
		int bits = size * Integer.SIZE;
		this.counts = new double[bits + 1];
		for (int set = 0; set <= bits; set++) {
			// the last bit says: so many, or more
			this.counts[set] = -bits * StrictMath.log(Math.max(0.5, bits - set) / bits);
		}
	}

	int end() {
		return this.at + this.size;
	}

	double count(int[] words) {
		return this.counts[bits(words)];
	}

	/**
	 * Return how many there are with some more.
	 * @param objects the objects
	 */
	double countWith(int[] words, Touch[] objects) {
		int bits = bits(words);
		for (Touch object : objects) {
			bits += isNew(words, object.hash()) ? 1 : 0;
		}
		return this.counts[Math.min(bits, this.counts.length - 1)];
	}

	private int bits(int[] words) {
		int bits = 0;
		for (int i = 0; i < this.size; i++) {
			bits += Integer.bitCount(words[this.at + i]);
		}
		return bits;
	}

	boolean isNew(int[] words, long object) {
		int bit = bit(object);
		return (words[this.at + (bit >> 5)] >> bit & 1) == 0;
	}

	private int bit(long object) {
		return (int) (object >>> 20) & this.size * Integer.SIZE - 1;
	}

	void add(int[] words, long object) {
		int bit = bit(object);
		words[this.at + (bit >> 5)] |= 1 << bit;
	}

	void clear(int[] words) {
		Arrays.fill(words, this.at, this.at + this.size, 0);
	}

}
