package io.zerotrust.risk.learned;

import java.util.Arrays;

/**
 * A set of endpoints, by their number. Immutable.
 */
final class EndpointSet {

	static final EndpointSet NONE = new EndpointSet(new long[0]);

	private final long[] bits;

	private EndpointSet(long[] bits) {
		this.bits = bits;
	}

	boolean contains(int endpoint) {
		int word = endpoint >> 6;
		return word < this.bits.length && (this.bits[word] >> endpoint & 1) != 0;
	}

	EndpointSet with(int endpoint) {
		if (contains(endpoint)) {
			return this;
		}
		long[] bits = Arrays.copyOf(this.bits, Math.max(this.bits.length, (endpoint >> 6) + 1));
		bits[endpoint >> 6] |= 1L << endpoint;
		return new EndpointSet(bits);
	}

	int size() {
		int size = 0;
		for (long word : this.bits) {
			size += Long.bitCount(word);
		}
		return size;
	}

}
