package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

import io.zerotrust.access.Claims;

/**
 * Tokens whose signature was seen to hold. Kept is that, and what stands in them; whether
 * they are accepted is decided anew each time. They stand under their digest, and are
 * dropped at their end.
 *
 * @since 0.1.0
 */
public final class VerifiedTokens {

	private final Cache<TokenDigest, Kept> kept;

	private final int size;

	private final Clock clock;

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	/**
	 * Create the cache.
	 * @param size how many tokens are kept at most; 0 keeps none
	 * @param clock tells when tokens end
	 */
	public VerifiedTokens(int size, Clock clock) {
		if (size < 0) {
			throw new IllegalArgumentException("size must not be negative: " + size);
		}
		this.size = size;
		this.clock = clock;
		this.kept = Caffeine.newBuilder()
			.maximumSize(size)
			.executor(Runnable::run)
			.expireAfter(Expiry.<TokenDigest, Kept>creating(
					(key, token) -> Duration.between(clock.instant(), token.end()).plusSeconds(1)))
			.build();
	}

	/**
	 * Whether tokens are kept at all.
	 */
	boolean isKeeping() {
		return this.size > 0;
	}

	/**
	 * Find a token.
	 * @param digest its digest
	 * @param current tells whether what it was verified with still stands; the token is
	 * dropped if not
	 * @return the token, or {@code null} if it has to be verified
	 */
	@Nullable Kept find(TokenDigest digest, Predicate<Kept> current) {
		Kept token = this.kept.getIfPresent(digest);
		if (token != null && this.clock.instant().isBefore(token.end()) && current.test(token)) {
			this.hits.increment();
			return token;
		}
		if (token != null) {
			this.kept.invalidate(digest);
		}
		this.misses.increment();
		return null;
	}

	/**
	 * Keep a token that was verified, unless it has no end or is past it.
	 * @param verifiedWith what it was verified with
	 */
	void keep(TokenDigest digest, Jwt token, Object verifiedWith) {
		Instant end = token.getExpiresAt();
		if (end != null && this.clock.instant().isBefore(end)) {
			this.kept.put(digest, new Kept(token, end, verifiedWith));
		}
	}

	/**
	 * Drop tokens, so that they are verified anew.
	 * @param which tells by the claims which are meant
	 */
	public void dropIf(Predicate<Claims> which) {
		this.kept.asMap().values().removeIf((token) -> which.test(Claims.of(token.jwt().getClaims())));
	}

	/**
	 * Return how many tokens are kept.
	 * @return about as many
	 */
	public long size() {
		return this.kept.estimatedSize();
	}

	/**
	 * Return how often a kept token did.
	 * @return since the start
	 */
	public long hits() {
		return this.hits.sum();
	}

	/**
	 * Return how often a token had to be verified.
	 * @return since the start
	 */
	public long misses() {
		return this.misses.sum();
	}

	/**
	 * A token that was verified.
	 *
	 * @param jwt what stands in it
	 * @param end when it ends
	 * @param verifiedWith what it was verified with
	 */
	record Kept(Jwt jwt, Instant end, Object verifiedWith) {

		@Override
		public String toString() {
			return "Kept[" + this.end + "]";
		}

	}

}
