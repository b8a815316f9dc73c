package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicReference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The histories of all principals, in two generations: whoever is seen for the first time
 * can only push out other newcomers.
 */
final class Histories {

	private final Cache<Principal, AtomicReference<History>> newcomers;

	private final Cache<Principal, AtomicReference<History>> established;

	/**
	 * Create the store.
	 * @param most how many principals are remembered at most
	 */
	Histories(int most) {
		int newcomers = Math.max(1, most / 4);
		this.newcomers = cache(newcomers);
		this.established = cache(Math.max(1, most - newcomers));
	}

	private static Cache<Principal, AtomicReference<History>> cache(int most) {
		return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
	}

	/**
	 * Return the history of a principal, or {@code null} if there is none.
	 */
	@Nullable History find(Principal principal) {
		AtomicReference<History> history = this.established.getIfPresent(principal);
		history = (history != null) ? history : this.newcomers.getIfPresent(principal);
		return (history != null) ? history.get() : null;
	}

	/**
	 * Return where the history of a principal is kept.
	 */
	AtomicReference<History> of(Principal principal) {
		AtomicReference<History> history = this.established.getIfPresent(principal);
		if (history != null) {
			return history;
		}
		AtomicReference<History> newcomer = this.newcomers.get(principal,
				(unknown) -> new AtomicReference<>(History.NONE));
		// INVARIANT: it may have become established since, and left the newcomers
		history = this.established.getIfPresent(principal);
		if (history != null && history != newcomer) {
			this.newcomers.asMap().remove(principal, newcomer);
			return history;
		}
		return newcomer;
	}

	/**
	 * Take a principal out of the newcomers.
	 */
	void establish(Principal principal, AtomicReference<History> history) {
		// INVARIANT: first in, then out, so that it is never in neither
		this.established.put(principal, history);
		this.newcomers.asMap().remove(principal, history);
	}

	int size() {
		this.newcomers.cleanUp();
		this.established.cleanUp();
		return (int) (this.newcomers.estimatedSize() + this.established.estimatedSize());
	}

}
