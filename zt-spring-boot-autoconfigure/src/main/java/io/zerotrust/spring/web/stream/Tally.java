package io.zerotrust.spring.web.stream;

/**
 * How many bytes of body a response has, whichever way they were written.
 *
 * @since 0.1.0
 */
public final class Tally {

	private volatile long bytes;

	/**
	 * Return the bytes so far.
	 * @return the number of bytes
	 */
	public long bytes() {
		return this.bytes;
	}

	/**
	 * Count what one thread at a time writes.
	 * @param bytes how many bytes are added
	 */
	@SuppressWarnings("NonAtomicOperationOnVolatileField")
	public void add(long bytes) {
		this.bytes += bytes;
	}

	/**
	 * Forget everything: what was buffered is thrown away.
	 */
	public void reset() {
		this.bytes = 0;
	}

}
