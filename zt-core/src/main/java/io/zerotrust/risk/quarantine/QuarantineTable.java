package io.zerotrust.risk.quarantine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;

/**
 * Holds quarantines until they are taken out. Finding one waits for nobody; changes are
 * made by one thread at a time, which the caller sees to.
 */
final class QuarantineTable {

	private static final QuarantineScope[] SCOPES = QuarantineScope.values();

	private static final Comparator<Quarantined> BY_END = Comparator.comparing(Quarantined::until)
		.thenComparing(Quarantined::id);

	private final Map<QuarantineKey, Quarantined> held = new ConcurrentHashMap<>();

	private final Map<Principal, Integer> principals = new ConcurrentHashMap<>();

	private final AtomicIntegerArray scopes = new AtomicIntegerArray(SCOPES.length);

	private final TreeSet<Quarantined> byEnd = new TreeSet<>(BY_END);

	/**
	 * When the first of them runs out, in milliseconds since the epoch.
	 */
	private volatile long firstEnd = Long.MAX_VALUE;

	/**
	 * Find what shuts a request out. What only operators impose goes first.
	 */
	@Nullable Quarantined find(AccessRequest request, Instant now) {
		if (this.held.isEmpty()) {
			return null;
		}
		for (QuarantineScope scope : SCOPES) {
			if (this.scopes.get(scope.ordinal()) > 0) {
				Quarantined found = this.held.get(QuarantineKey.of(scope, request));
				if (found != null && found.isActive(now)) {
					return found;
				}
			}
		}
		return null;
	}

	@Nullable Quarantined find(QuarantineKey key) {
		return this.held.get(key);
	}

	@Nullable Quarantined find(String id) {
		for (Quarantined quarantined : this.byEnd) {
			if (quarantined.id().equals(id)) {
				return quarantined;
			}
		}
		return null;
	}

	boolean holds(String issuer, String subject, String client) {
		return !this.principals.isEmpty() && (this.principals.containsKey(new Principal(issuer, subject, client))
				|| this.principals.containsKey(new Principal(issuer, subject, "")));
	}

	/**
	 * Return how many quarantines a principal has.
	 */
	int of(QuarantineKey key) {
		return this.principals.getOrDefault(Principal.of(key), 0);
	}

	int size() {
		return this.held.size();
	}

	boolean isAnyOver(Instant now) {
		return this.firstEnd <= now.toEpochMilli();
	}

	List<Quarantined> all() {
		return List.copyOf(this.byEnd);
	}

	void put(Quarantined quarantined) {
		this.byEnd.add(quarantined);
		this.principals.merge(Principal.of(quarantined.key()), 1, Integer::sum);
		this.scopes.incrementAndGet(quarantined.key().scope().ordinal());
		this.held.put(quarantined.key(), quarantined);
		noteFirstEnd();
	}

	void replace(Quarantined before, Quarantined after) {
		this.byEnd.remove(before);
		this.byEnd.add(after);
		this.held.put(after.key(), after);
		noteFirstEnd();
	}

	void remove(Quarantined quarantined) {
		this.byEnd.remove(quarantined);
		this.held.remove(quarantined.key());
		this.scopes.decrementAndGet(quarantined.key().scope().ordinal());
		this.principals.computeIfPresent(Principal.of(quarantined.key()),
				(principal, count) -> (count > 1) ? count - 1 : null);
		noteFirstEnd();
	}

	/**
	 * Take out what has run out.
	 */
	List<Quarantined> removeOver(Instant now) {
		if (this.byEnd.isEmpty() || this.byEnd.first().isActive(now)) {
			return List.of();
		}
		List<Quarantined> over = new ArrayList<>();
		while (!this.byEnd.isEmpty() && !this.byEnd.first().isActive(now)) {
			Quarantined first = this.byEnd.first();
			remove(first);
			over.add(first);
		}
		return over;
	}

	private void noteFirstEnd() {
		this.firstEnd = this.byEnd.isEmpty() ? Long.MAX_VALUE : this.byEnd.first().until().toEpochMilli();
	}

	/**
	 * Whose quarantines are counted together.
	 */
	private record Principal(String issuer, String subject, String client) {

		static Principal of(QuarantineKey key) {
			return new Principal(key.issuer(), key.subject(), key.client());
		}

	}

}
