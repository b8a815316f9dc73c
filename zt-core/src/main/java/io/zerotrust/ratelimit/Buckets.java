package io.zerotrust.ratelimit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketListener;
import io.github.bucket4j.MathType;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.local.LockFreeBucket;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one limit. A caller has one of his own until it is full again; when as
 * many as may be are kept, newcomers share by the prefix of their address. No bucket is
 * dropped to make room.
 */
final class Buckets {

	private static final int SHARED = 1 << 14;

	private static final long SWEEP = TimeUnit.SECONDS.toNanos(1);

	private final RateLimit limit;

	private final int most;

	private final SteadyTime time;

	private final long seed;

	private final BucketConfiguration full;

	private final Cache<Object, CountedBucket> kept;

	private final Policy<Object, CountedBucket> quietly;

	private final AtomicReferenceArray<@Nullable CountedBucket> shared = new AtomicReferenceArray<>(SHARED);

	private final LongAdder overflows = new LongAdder();

	private final AtomicLong swept;

	/**
	 * Create the buckets of a limit.
	 * @param limit the limit
	 * @param most how many callers have a bucket of their own at a time
	 * @param time the time by which buckets fill up
	 * @param seed decides which prefixes share, so that callers cannot
	 */
	Buckets(RateLimit limit, int most, SteadyTime time, long seed) {
		this.limit = limit;
		this.most = most;
		this.time = time;
		this.seed = seed;
		this.full = BucketConfiguration.builder()
			.addLimit(
					Bandwidth.builder().capacity(limit.permits()).refillGreedy(limit.permits(), limit.window()).build())
			.build();
		this.swept = new AtomicLong(time.currentTimeNanos());
		// INVARIANT: what nobody took from for a window is full; a second for threads
		// that come late. No maximum size, which would drop others.
		Duration untouched = limit.window().plusSeconds(1);
		this.kept = Caffeine.newBuilder().ticker(time).expireAfterAccess(untouched).build();
		this.quietly = this.kept.policy();
	}

	/**
	 * Find what a caller is counted in, for a look that keeps nothing alive.
	 * @return the bucket, or {@code null} if nothing was counted yet
	 */
	@Nullable CountedBucket find(Object caller, AddressKey from) {
		CountedBucket own = this.quietly.getIfPresentQuietly(caller);
		return (own != null || !isCrowded()) ? own : this.shared.get(slot(from));
	}

	/**
	 * Return what a caller is counted in from now on.
	 */
	CountedBucket of(Object caller, AddressKey from) {
		CountedBucket own = this.kept.getIfPresent(caller);
		if (own != null) {
			return own;
		}
		if (isCrowded()) {
			sweep();
			if (isCrowded()) {
				this.overflows.increment();
				return sharedBy(from);
			}
		}
		return this.kept.get(caller, (newcomer) -> bucket(left(from)));
	}

	private boolean isCrowded() {
		return this.kept.estimatedSize() >= this.most;
	}

	/**
	 * Where nobody new gets in nothing else drops what is full.
	 */
	private void sweep() {
		long now = this.time.currentTimeNanos();
		long last = this.swept.get();
		if (now - last >= SWEEP && this.swept.compareAndSet(last, now)) {
			this.kept.cleanUp();
		}
	}

	private CountedBucket sharedBy(AddressKey from) {
		int slot = slot(from);
		CountedBucket known = this.shared.get(slot);
		if (known == null) {
			this.shared.compareAndSet(slot, null, bucket(this.limit.permits()));
			known = this.shared.get(slot);
		}
		if (known == null) {
			throw new IllegalStateException("a shared bucket is never taken away");
		}
		return known;
	}

	/**
	 * Tell what a newcomer starts with: what those he may have shared with have left.
	 */
	private long left(AddressKey from) {
		CountedBucket known = this.shared.get(slot(from));
		return (known != null) ? Math.max(known.left(), 0) : this.limit.permits();
	}

	private CountedBucket bucket(long left) {
		LocalBucket bucket = new LockFreeBucket(this.full, MathType.INTEGER_64_BITS, this.time, BucketListener.NOPE);
		if (left < this.limit.permits()) {
			bucket.tryConsume(this.limit.permits() - left);
		}
		return new CountedBucket(bucket);
	}

	/**
	 * The finisher of SplitMix64.
	 */
	private int slot(AddressKey from) {
		long mixed = from.prefix() + this.seed;
		mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return (int) (mixed ^ (mixed >>> 31)) & (SHARED - 1);
	}

	boolean isEmpty() {
		return this.kept.estimatedSize() == 0;
	}

	LimitUsage usage() {
		return new LimitUsage(this.limit.name(), this.kept.estimatedSize(), this.overflows.sum());
	}

}
