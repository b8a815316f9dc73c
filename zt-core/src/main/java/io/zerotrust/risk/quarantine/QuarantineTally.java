package io.zerotrust.risk.quarantine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts what became of quarantines since the start.
 *
 * @since 0.1.0
 */
public final class QuarantineTally {

	private final AtomicLongArray imposed = new AtomicLongArray(QuarantineCause.values().length);

	private final AtomicLong released = new AtomicLong();

	private final AtomicLong expired = new AtomicLong();

	private final AtomicLong rejected = new AtomicLong();

	QuarantineTally() {
	}

	void count(QuarantineEvent event) {
		switch (event.change()) {
			case IMPOSED -> this.imposed.incrementAndGet(event.quarantined().cause().ordinal());
			case RELEASED -> this.released.incrementAndGet();
			case EXPIRED -> this.expired.incrementAndGet();
		}
	}

	void countRejected() {
		this.rejected.incrementAndGet();
	}

	/**
	 * Return how many were imposed or made longer.
	 * @param cause for which cause
	 * @return their number
	 */
	public long imposed(QuarantineCause cause) {
		return this.imposed.get(cause.ordinal());
	}

	/**
	 * Return how many were lifted before their time.
	 * @return their number
	 */
	public long released() {
		return this.released.get();
	}

	/**
	 * Return how many were noticed to have run out.
	 * @return their number
	 */
	public long expired() {
		return this.expired.get();
	}

	/**
	 * Return how many were not kept for want of room.
	 * @return their number
	 */
	public long rejected() {
		return this.rejected.get();
	}

}
