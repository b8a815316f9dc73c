package io.zerotrust.risk.replay.world;

import java.util.List;
import java.util.Random;

/**
 * Throws dice: the same ones for the same seed, on every JDK.
 */
public final class Dice {

	private final Random random;

	private Dice(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Return dice of their own for whatever is numbered so. What one draws changes
	 * nothing for the others.
	 */
	public static Dice of(long... numbers) {
		long seed = 0;
		for (long number : numbers) {
			seed = mix(seed + 0x9e3779b97f4a7c15L + number);
		}
		return new Dice(seed);
	}

	private static long mix(long value) {
		long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
		return mixed ^ mixed >>> 31;
	}

	public boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	int between(int least, int most) {
		return least + this.random.nextInt(most - least + 1);
	}

	double uniform() {
		return this.random.nextDouble();
	}

	<T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * Draw from a normal distribution, by Box and Muller.
	 */
	double normal() {
		double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - this.random.nextDouble()));
		return radius * StrictMath.cos(2 * StrictMath.PI * this.random.nextDouble());
	}

	/**
	 * Draw a value half of which are below the median.
	 */
	double around(double median, double spread) {
		return median * StrictMath.exp(spread * normal());
	}

	/**
	 * Draw how often something happens.
	 */
	int poisson(double mean) {
		double limit = StrictMath.exp(-mean);
		int count = 0;
		for (double left = this.random.nextDouble(); left > limit && count < 1000; count++) {
			left *= this.random.nextDouble();
		}
		return count;
	}

	/**
	 * Draw an index of which small ones are likelier.
	 */
	int first(int bound) {
		double drawn = this.random.nextDouble();
		return (int) (bound * drawn * drawn);
	}

	<T> void shuffle(List<T> values) {
		for (int i = values.size() - 1; i > 0; i--) {
			T moved = values.get(i);
			int other = this.random.nextInt(i + 1);
			values.set(i, values.get(other));
			values.set(other, moved);
		}
	}

}
