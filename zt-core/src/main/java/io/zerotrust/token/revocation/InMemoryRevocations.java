package io.zerotrust.token.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.revocation.Revocation.Kind;

/**
 * Remembers revocations in this instance alone. None is dropped to make room for another;
 * each leaves when the tokens it covers have ended.
 *
 * @since 0.1.0
 */
public final class InMemoryRevocations implements RevocationStore {

	private static final Comparator<Revocation> BY_END = Comparator.comparing(InMemoryRevocations::end)
		.thenComparing(Revocation::kind)
		.thenComparing(Revocation::issuer)
		.thenComparing(Revocation::value);

	private static final Duration LONGEST = Duration.ofDays(3653);

	private final int capacity;

	private final Clock clock;

	private final Map<String, TrustedIssuer> issuers = new HashMap<>();

	private final List<RevocationListener> listeners;

	private final Map<Key, Revocation> held = new ConcurrentHashMap<>();

	// guarded by this, as is every change of what is held
	private final TreeSet<Revocation> byEnd = new TreeSet<>(BY_END);

	private long refused;

	/**
	 * Create an empty store.
	 * @param capacity how many revocations are held at most; positive
	 * @param issuers whose tokens can be revoked, and how long they live
	 * @param clock tells when a revocation may leave
	 * @param listeners are told of each
	 */
	public InMemoryRevocations(int capacity, TrustedIssuers issuers, Clock clock, List<RevocationListener> listeners) {
		if (capacity <= 0) {
			throw new IllegalArgumentException("capacity must be positive: " + capacity);
		}
		this.capacity = capacity;
		this.clock = clock;
		issuers.all().forEach((issuer) -> this.issuers.put(issuer.issuer(), issuer));
		this.listeners = List.copyOf(listeners);
	}

	@Override
	public Revocation revoke(Revocation revocation) {
		Revocation held = hold(completed(revocation));
		this.listeners.forEach((listener) -> listener.revoked(held));
		return held;
	}

	private synchronized Revocation hold(Revocation revocation) {
		Key key = new Key(revocation.kind(), revocation.issuer(), revocation.value());
		forgetEnded();
		Revocation before = this.held.get(key);
		if (before == null && this.held.size() >= this.capacity) {
			this.refused++;
			throw new RevocationRefusedException("No room for a further revocation beside " + this.held.size()
					+ ". Raise zt.token.revocation.capacity, or revoke by client or issuer.");
		}
		Revocation after = revocation;
		if (before != null) {
			after = before.and(revocation);
			this.byEnd.remove(before);
		}
		this.byEnd.add(after);
		this.held.put(key, after);
		return after;
	}

	/**
	 * Say how long to keep it. What the caller says is kept to, so that a token of odd
	 * length can be covered.
	 */
	private Revocation completed(Revocation revocation) {
		Instant now = this.clock.instant();
		TrustedIssuer issuer = this.issuers.get(revocation.issuer());
		if (issuer == null) {
			throw new IllegalArgumentException("issuer is not trusted, so none of its tokens passes anyway");
		}
		if (revocation.issuedUntil().isAfter(now.plus(issuer.clockSkew()))) {
			throw new IllegalArgumentException(
					"issuedUntil lies in the future, and tokens that do not exist cannot be revoked: "
							+ revocation.issuedUntil());
		}
		Instant end = revocation.keptUntil();
		if (end == null) {
			return revocation.keptUntil(now.plus(issuer.maxLifetime()).plus(issuer.clockSkew().multipliedBy(2)));
		}
		if (end.isAfter(now.plus(LONGEST))) {
			throw new IllegalArgumentException("keptUntil lies more than ten years ahead: " + end);
		}
		if (revocation.kind() != Kind.TOKEN && !end.isAfter(now)) {
			throw new IllegalArgumentException("keptUntil lies in the past, so nothing would be revoked: " + end);
		}
		// a token is taken for as long after its end as clocks may be off
		return revocation.keptUntil(end.plus(issuer.clockSkew()));
	}

	@Override
	public synchronized boolean lift(Kind kind, String issuer, String value) {
		forgetEnded();
		Revocation lifted = this.held.remove(new Key(kind, issuer, value));
		return lifted != null && this.byEnd.remove(lifted);
	}

	@Override
	public @Nullable Revocation find(Kind kind, String issuer, String value) {
		if (this.held.isEmpty()) {
			return null;
		}
		Revocation found = this.held.get(new Key(kind, issuer, value));
		return (found != null && end(found).isAfter(this.clock.instant())) ? found : null;
	}

	@Override
	public synchronized List<Revocation> all() {
		forgetEnded();
		return new ArrayList<>(this.byEnd);
	}

	@Override
	public synchronized int size() {
		forgetEnded();
		return this.held.size();
	}

	@Override
	public synchronized long refused() {
		return this.refused;
	}

	private void forgetEnded() {
		Instant now = this.clock.instant();
		while (!this.byEnd.isEmpty() && !end(this.byEnd.first()).isAfter(now)) {
			Revocation ended = Objects.requireNonNull(this.byEnd.pollFirst());
			this.held.remove(new Key(ended.kind(), ended.issuer(), ended.value()));
		}
	}

	private static Instant end(Revocation revocation) {
		return Objects.requireNonNull(revocation.keptUntil());
	}

	private record Key(Kind kind, String issuer, String value) {
	}

}
