package io.zerotrust.token.dpop;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers uses in this process. They are kept by when proofs were made, so that a proof
 * is always looked for in the same place, and dropped a period at a time when none of the
 * period does any more. None is dropped before, and none that was dropped is taken again,
 * even if the clock is put back.
 * <p>
 * A use takes about 75 bytes; each key another 140 for each sixth of the life of a proof
 * in which it is used. One key may have a twentieth of the room, so a caller that floods
 * fills its own share and nobody else's.
 *
 * @since 0.1.0
 */
public final class MemoryReplayStore implements ReplayStore {

	private static final int SHARES = 20;

	private static final int PERIODS = 6;

	/**
	 * Threads that have read the clock may be held up.
	 */
	private static final long SLACK = Duration.ofSeconds(2).toMillis();

	private static final CompletionStage<Answer> FIRST = CompletableFuture.completedStage(Answer.FIRST);

	private static final CompletionStage<Answer> REPLAY = CompletableFuture.completedStage(Answer.REPLAY);

	private static final CompletionStage<Answer> FULL = CompletableFuture.completedStage(Answer.FULL);

	private final ConcurrentSkipListMap<Long, ReplayPeriod> periods = new ConcurrentSkipListMap<>();

	private final AtomicLong dropped = new AtomicLong(Long.MIN_VALUE);

	private final long capacity;

	private final long share;

	private final long length;

	/**
	 * Create a store.
	 * @param capacity how many uses there is room for
	 * @param lifetime how long proofs do
	 * @throws IllegalArgumentException if either is not positive
	 */
	public MemoryReplayStore(int capacity, Duration lifetime) {
		if (capacity < 1) {
			throw new IllegalArgumentException("capacity must be positive: " + capacity);
		}
		if (lifetime.isNegative() || lifetime.isZero()) {
			throw new IllegalArgumentException("lifetime must be positive: " + lifetime);
		}
		this.capacity = capacity;
		this.share = Math.max(capacity / SHARES, 1);
		this.length = Math.max(lifetime.toMillis() / PERIODS, 1000);
	}

	@Override
	public CompletionStage<Answer> remember(ProofUse use, Instant now) {
		drop(now.toEpochMilli() - SLACK);
		long number = Math.floorDiv(use.issuedAt().toEpochMilli(), this.length);
		if (number <= this.dropped.get()) {
			return REPLAY;
		}
		long until = use.until().toEpochMilli();
		ReplayPeriod period = this.periods.computeIfAbsent(number, (any) -> new ReplayPeriod(until));
		period.lastsUntil(until);
		if (period.has(use)) {
			return REPLAY;
		}
		if (held() >= this.capacity || held(use.key()) >= this.share) {
			return FULL;
		}
		period.reserve(use.key());
		if (held() > this.capacity || held(use.key()) > this.share) {
			period.release(use.key());
			return FULL;
		}
		if (!period.add(use)) {
			period.release(use.key());
			return REPLAY;
		}
		// INVARIANT: a period is marked dropped before it is removed. Whoever has added
		// to
		// one that was removed meanwhile, or has made it anew, sees the mark here.
		return (number <= this.dropped.get()) ? REPLAY : FIRST;
	}

	/**
	 * Return how many uses are remembered.
	 * @return the number, those that will be dropped with the next use included
	 */
	public long held() {
		long held = 0;
		for (ReplayPeriod period : this.periods.values()) {
			held += period.size();
		}
		return held;
	}

	private long held(String key) {
		long held = 0;
		for (ReplayPeriod period : this.periods.values()) {
			held += period.size(key);
		}
		return held;
	}

	private void drop(long now) {
		Map.Entry<Long, ReplayPeriod> oldest = this.periods.firstEntry();
		while (oldest != null && oldest.getValue().isOver(now)) {
			this.dropped.accumulateAndGet(oldest.getKey(), Math::max);
			this.periods.remove(oldest.getKey(), oldest.getValue());
			oldest = this.periods.firstEntry();
		}
	}

}
