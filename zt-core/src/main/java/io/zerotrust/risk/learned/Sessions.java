package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * The latest sessions of all principals, in a table of fixed size. Where it is full, the
 * one that was quiet longest goes.
 */
final class Sessions {

	private static final int WAYS = 8;

	private final AtomicReferenceArray<@Nullable Session> slots;

	private final int mask;

	/**
	 * Create the table, empty.
	 * @param most how many sessions it has room for
	 */
	Sessions(int most) {
		int sets = Integer.highestOneBit(Math.max(1, (most - 1) / WAYS)) << 1;
		this.slots = new AtomicReferenceArray<>(sets * WAYS);
		this.mask = sets - 1;
	}

	/**
	 * Return a session, or {@code null} if it is not there or has been quiet for long.
	 */
	@Nullable Session find(Sample sample) {
		int first = first(sample.session());
		for (int i = first; i < first + WAYS; i++) {
			Session session = this.slots.get(i);
			if (session != null && session.key() == sample.session()) {
				return session.isIdle(sample.time()) ? null : session;
			}
		}
		return null;
	}

	/**
	 * Return a session, which begins with this request if it is not there.
	 */
	Session of(Sample sample) {
		Session known = find(sample);
		if (known != null) {
			return known;
		}
		Session begun = new Session(sample);
		while (true) {
			int place = place(sample.session());
			Session before = this.slots.get(place);
			if (this.slots.compareAndSet(place, before, begun)) {
				return begun;
			}
		}
	}

	/**
	 * Forget the sessions of a principal.
	 */
	void forget(PrincipalKey principal) {
		for (int i = 0; i < this.slots.length(); i++) {
			Session session = this.slots.get(i);
			if (session != null && session.isOf(principal)) {
				this.slots.compareAndSet(i, session, null);
			}
		}
	}

	private int place(long key) {
		int first = first(key);
		int oldest = first;
		int since = Integer.MAX_VALUE;
		for (int i = first; i < first + WAYS; i++) {
			Session session = this.slots.get(i);
			if (session == null || session.key() == key) {
				return i;
			}
			if (session.seen() < since) {
				oldest = i;
				since = session.seen();
			}
		}
		return oldest;
	}

	private int first(long key) {
		return ((int) (key >>> 17) & this.mask) * WAYS;
	}

}
