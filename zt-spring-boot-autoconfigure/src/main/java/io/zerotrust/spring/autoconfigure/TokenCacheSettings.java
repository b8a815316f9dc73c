package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import io.zerotrust.spring.token.VerifiedTokens;

/**
 * Reads what is kept of verified tokens.
 */
final class TokenCacheSettings {

	private static final int MOST = 1_000_000;

	private TokenCacheSettings() {
	}

	static VerifiedTokens tokens(TokenCacheProperties cache, Clock clock) {
		if (cache.size() < 0 || cache.size() > MOST) {
			throw new MisconfigurationException("zt.token.cache.size is " + cache.size() + ".",
					"Set zt.token.cache.size to a number from 0, which keeps none, to " + MOST + ".");
		}
		return new VerifiedTokens(cache.size(), clock);
	}

}
