package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * What issuers said lately. Active tokens and others are kept apart, so that a flood of
 * invented ones pushes no good one out.
 */
final class AnswerCache {

	private final IntrospectionLimits limits;

	private final Clock clock;

	private final Cache<TokenDigest, Kept> active;

	private final Cache<TokenDigest, Kept> inactive;

	AnswerCache(IntrospectionLimits limits, Clock clock) {
		this.limits = limits;
		this.clock = clock;
		this.active = cache(limits.active());
		this.inactive = cache(limits.inactive());
	}

	private Cache<TokenDigest, Kept> cache(Duration time) {
		// the clock decides what still counts; this only frees room
		return Caffeine.newBuilder().maximumSize(this.limits.size()).expireAfterWrite(time).build();
	}

	@Nullable Answer find(TokenDigest key) {
		Kept kept = this.active.getIfPresent(key);
		kept = (kept != null) ? kept : this.inactive.getIfPresent(key);
		return (kept != null && this.clock.instant().isBefore(kept.until())) ? kept.answer() : null;
	}

	/**
	 * Keep an answer, never beyond the end of the token.
	 * @param key the token
	 * @param answer what the issuer said
	 * @param asked when it was asked
	 */
	void keep(TokenDigest key, Answer answer, Instant asked) {
		if (answer.principal() == null) {
			this.active.invalidate(key);
			this.inactive.put(key, new Kept(answer, asked.plus(this.limits.inactive())));
			return;
		}
		Instant until = asked.plus(this.limits.active());
		Instant end = answer.until();
		this.inactive.invalidate(key);
		this.active.put(key, new Kept(answer, (end != null && end.isBefore(until)) ? end : until));
	}

	void drop(Predicate<OAuth2AuthenticatedPrincipal> which) {
		this.active.asMap().values().removeIf((kept) -> {
			OAuth2AuthenticatedPrincipal principal = kept.answer().principal();
			return principal != null && which.test(principal);
		});
	}

	int activeSize() {
		this.active.cleanUp();
		return (int) this.active.estimatedSize();
	}

	int inactiveSize() {
		this.inactive.cleanUp();
		return (int) this.inactive.estimatedSize();
	}

	private record Kept(Answer answer, Instant until) {
	}

}
