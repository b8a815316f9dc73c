package io.zerotrust.outcome;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/**
 * Counts responses that are open for long, and those that were closed.
 *
 * @since 0.1.0
 */
public final class StreamTally {

	private final IntSupplier watched;

	private final LongAdder closed = new LongAdder();

	private final LongAdder observed = new LongAdder();

	/**
	 * Create the counts.
	 * @param watched tells how many responses are watched
	 */
	public StreamTally(IntSupplier watched) {
		this.watched = watched;
	}

	/**
	 * Count a response whose caller may no longer have it.
	 * @param enforced whether it was closed
	 */
	public void count(boolean enforced) {
		(enforced ? this.closed : this.observed).increment();
	}

	/**
	 * Return how many responses are watched now.
	 * @return those on their way in parts
	 */
	public int watched() {
		return this.watched.getAsInt();
	}

	/**
	 * Return how many responses had a caller who may no longer have them.
	 * @param observed whether those are meant that went on all the same
	 * @return their number
	 */
	public long closed(boolean observed) {
		return (observed ? this.observed : this.closed).sum();
	}

}
