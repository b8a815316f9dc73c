package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of a principal, in the words {@link Layout} describes. One
 * thread at a time changes them; whoever comes meanwhile leaves his change with that one
 * and goes on. Readers wait for nobody: what they see may lack a part of a change, never
 * more.
 */
final class Profile extends AtomicReference<@Nullable Object> {

	private static final long serialVersionUID = 1;

	private static final Object BUSY = new Object();

	private final transient int[] words;

	Profile() {
		this(new int[Layout.SIZE]);
	}

	Profile(int[] words) {
		this.words = words;
	}

	int[] words() {
		return this.words;
	}

	/**
	 * Change the words, now or as soon as who changes them is done.
	 */
	void change(Change change) {
		while (true) {
			Object state = get();
			if (state == null) {
				if (compareAndSet(null, BUSY)) {
					work(change);
					return;
				}
			}
			else if (compareAndSet(state, new Left(change, (state instanceof Left left) ? left : null))) {
				return;
			}
		}
	}

	private void work(Change first) {
		Throwable failure = run(first, null);
		while (!compareAndSet(BUSY, null)) {
			Left left = Left.reversed((Left) getAndSet(BUSY));
			for (; left != null; left = left.before()) {
				failure = run(left.change(), failure);
			}
		}
		if (failure instanceof Error error) {
			throw error;
		}
		if (failure != null) {
			throw (RuntimeException) failure;
		}
	}

	private @Nullable Throwable run(Change change, @Nullable Throwable before) {
		try {
			change.on(this.words);
			return before;
		}
		catch (RuntimeException | Error ex) {
			// INVARIANT: the next in line is not left waiting, nor all who come later
			return (before != null) ? before : ex;
		}
	}

	/**
	 * A change of a profile.
	 */
	@FunctionalInterface
	interface Change {

		void on(int[] words);

	}

	/**
	 * Changes that were left by others, the latest first.
	 *
	 * @param change the change
	 * @param before what was left before
	 */
	private record Left(Change change, @Nullable Left before) {

		static @Nullable Left reversed(@Nullable Left latest) {
			Left first = null;
			for (Left each = latest; each != null; each = each.before()) {
				first = new Left(each.change(), first);
			}
			return first;
		}

	}

}
