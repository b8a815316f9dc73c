package io.zerotrust.spring.web.servlet;

/**
 * How many bytes of body a response has, whichever way they were written.
 */
final class Tally {

	private long bytes;

	long bytes() {
		return this.bytes;
	}

	void add(long bytes) {
		this.bytes += bytes;
	}

	/**
	 * What was buffered is thrown away.
	 */
	void reset() {
		this.bytes = 0;
	}

}
