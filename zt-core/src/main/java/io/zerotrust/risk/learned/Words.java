package io.zerotrust.risk.learned;

/**
 * Reads and writes numbers in the words of a profile. Half of a word holds a positive
 * number with 8 significant bits, which is enough for weights that fade.
 */
final class Words {

	private static final int HALF = 16;

	private static final int LOW = 0xffff;

	private Words() {
	}

	static float number(int[] words, int at) {
		return finite(Float.intBitsToFloat(words[at]));
	}

	static void number(int[] words, int at, double value) {
		words[at] = Float.floatToRawIntBits((float) value);
	}

	/**
	 * Return a number in half of a word.
	 * @param half which half, counted from the first word
	 */
	static float half(int[] words, int at, int half) {
		int word = words[at + (half >> 1)];
		return finite(Float.intBitsToFloat((half & 1) == 0 ? word << HALF : word & ~LOW));
	}

	/**
	 * What is no number, in a snapshot of whatever origin, counts as nothing: it would
	 * spread, and no request of the principal could be scored.
	 */
	private static float finite(float number) {
		return Float.isFinite(number) ? number : 0;
	}

	static void half(int[] words, int at, int half, double value) {
		// rounded to the nearest; weights are far from the largest float
		int bits = Float.floatToRawIntBits((float) value) + (1 << HALF - 1);
		int place = at + (half >> 1);
		words[place] = (half & 1) == 0 ? words[place] & ~LOW | bits >>> HALF : words[place] & LOW | bits & ~LOW;
	}

}
