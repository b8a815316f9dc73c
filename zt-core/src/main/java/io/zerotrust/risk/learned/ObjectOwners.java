package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Who normally touches which object: a table of fixed size, 8 bytes a slot. The first one
 * who is served claims an object; the claim is weak until it is made good in another
 * session. What three principals touch belongs to nobody.
 */
final class ObjectOwners {

	private static final int TAG_BITS = 22;

	private static final int CLAIMANT_BITS = 24;

	private static final int GROUP_BITS = 4;

	private static final int SESSION_BITS = 4;

	private static final int SHARER_BITS = 6;

	private static final int SESSION = SHARER_BITS + 3;

	private static final int GROUP = SESSION + SESSION_BITS;

	private static final int CLAIMANT = GROUP + GROUP_BITS;

	private static final int TAG = CLAIMANT + CLAIMANT_BITS;

	private static final long TAKEN = Long.MIN_VALUE;

	private static final long STRONG = 1L << SHARER_BITS + 2;

	private static final long ONE_MORE = 1L << SHARER_BITS;

	private static final int SHARED_BY = 2;

	private final AtomicLongArray slots;

	private final int mask;

	/**
	 * Create the table, empty.
	 * @param objects how many objects it has room for, a power of two
	 */
	ObjectOwners(int objects) {
		this.slots = new AtomicLongArray(objects);
		this.mask = objects - 1;
	}

	/**
	 * Return the slot of an object, or 0 if nobody has claimed it.
	 */
	long find(Touch object) {
		long slot = this.slots.get((int) object.hash() & this.mask);
		return (slot < 0 && bits(slot, TAG, TAG_BITS) == tag(object)) ? slot : 0;
	}

	static boolean isStrong(long slot) {
		return (slot & STRONG) != 0;
	}

	static boolean isShared(long slot) {
		return bits(slot, SHARER_BITS, 2) >= SHARED_BY;
	}

	static int claimant(long slot) {
		return bits(slot, CLAIMANT, CLAIMANT_BITS);
	}

	static int group(long slot) {
		return bits(slot, GROUP, GROUP_BITS);
	}

	/**
	 * Whether somebody was the last who shared an object with its claimant.
	 */
	static boolean isSharer(long slot, int claimant) {
		return bits(slot, SHARER_BITS, 2) > 0 && bits(slot, 0, SHARER_BITS) == sharer(claimant);
	}

	private static long sharer(int claimant) {
		return claimant & (1 << SHARER_BITS) - 1;
	}

	/**
	 * Take in that an object was touched with success.
	 * @param created whether the request made it
	 * @param free whether the claim there is counts for nothing
	 */
	void touched(Touch object, Sample sample, boolean created, boolean free) {
		int place = (int) object.hash() & this.mask;
		long before = this.slots.get(place);
		long after = next(free ? 0 : before, object, sample, created);
		if (after != before) {
			// who loses the race touches it again
			this.slots.compareAndSet(place, before, after);
		}
	}

	private static long next(long before, Touch object, Sample sample, boolean created) {
		int claimant = sample.principal().claimant();
		if (before >= 0 || bits(before, TAG, TAG_BITS) != tag(object)) {
			return TAKEN | tag(object) << TAG | (long) claimant << CLAIMANT | (long) sample.group() << GROUP
					| session(sample) << SESSION | (created ? STRONG : 0);
		}
		if (claimant(before) == claimant) {
			return (bits(before, SESSION, SESSION_BITS) != session(sample)) ? before | STRONG : before;
		}
		if (isShared(before) || isSharer(before, claimant)) {
			return before;
		}
		return (before & -(1L << SHARER_BITS) | sharer(claimant)) + ONE_MORE;
	}

	private static long session(Sample sample) {
		return sample.session() >>> 7 & (1 << SESSION_BITS) - 1;
	}

	private static long tag(Touch object) {
		return object.hash() >>> 40 & (1 << TAG_BITS) - 1;
	}

	private static int bits(long slot, int at, int count) {
		return (int) (slot >>> at) & (1 << count) - 1;
	}

	/**
	 * Forget what somebody has claimed.
	 */
	void forget(int claimant) {
		for (int i = 0; i < this.slots.length(); i++) {
			long slot = this.slots.get(i);
			if (slot < 0 && claimant(slot) == claimant) {
				this.slots.compareAndSet(i, slot, 0);
			}
		}
	}

	Cells cells() {
		return Cells.of(this.slots);
	}

}
