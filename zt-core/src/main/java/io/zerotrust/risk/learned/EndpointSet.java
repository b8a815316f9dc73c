package io.zerotrust.risk.learned;

/**
 * A place in a profile for a set of endpoints, by their number.
 */
final class EndpointSet {

	static final int WORDS = EndpointNumbers.MOST / Integer.SIZE;

	private final int at;

	/**
	 * Describe the place.
	 * @param at the first of its words
	 */
	EndpointSet(int at) {
		this.at = at;
	}

	int end() {
		return this.at + WORDS;
	}

	boolean contains(int[] words, int endpoint) {
		return (words[this.at + (endpoint >> 5)] >> endpoint & 1) != 0;
	}

	void add(int[] words, int endpoint) {
		words[this.at + (endpoint >> 5)] |= 1 << endpoint;
	}

	int size(int[] words) {
		int size = 0;
		for (int i = 0; i < WORDS; i++) {
			size += Integer.bitCount(words[this.at + i]);
		}
		return size;
	}

}
