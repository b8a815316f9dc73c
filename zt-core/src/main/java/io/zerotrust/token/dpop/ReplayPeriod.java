package io.zerotrust.token.dpop;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The uses of proofs that were made in one period.
 */
final class ReplayPeriod {

	private final Set<Id> ids = ConcurrentHashMap.newKeySet();

	private final Map<String, AtomicInteger> byKey = new ConcurrentHashMap<>();

	private final AtomicLong size = new AtomicLong();

	private final AtomicLong until;

	/**
	 * Create a period.
	 * @param until when its first use does no more; without one it would be over at once
	 */
	ReplayPeriod(long until) {
		this.until = new AtomicLong(until);
	}

	void lastsUntil(long millis) {
		if (this.until.get() < millis) {
			this.until.accumulateAndGet(millis, Math::max);
		}
	}

	boolean isOver(long now) {
		return this.until.get() < now;
	}

	boolean has(ProofUse use) {
		return this.ids.contains(Id.of(use));
	}

	boolean add(ProofUse use) {
		return this.ids.add(Id.of(use));
	}

	void reserve(String key) {
		this.size.incrementAndGet();
		this.byKey.computeIfAbsent(key, (any) -> new AtomicInteger()).incrementAndGet();
	}

	void release(String key) {
		this.size.decrementAndGet();
		// one that has nothing left stays: to remove it would lose what others reserve
		AtomicInteger held = this.byKey.get(key);
		if (held != null) {
			held.decrementAndGet();
		}
	}

	long size() {
		return this.size.get();
	}

	int size(String key) {
		AtomicInteger held = this.byKey.get(key);
		return (held != null) ? held.get() : 0;
	}

	/**
	 * Half of a SHA-256: nobody finds another use with the same.
	 */
	private record Id(long high, long low) {

		static Id of(ProofUse use) {
			ByteBuffer hash = ByteBuffer.wrap(Base64.getUrlDecoder().decode(use.id()));
			return new Id(hash.getLong(), hash.getLong());
		}

	}

}
