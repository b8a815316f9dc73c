package io.zerotrust.spring.token;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import io.zerotrust.spring.token.VerifiedTokens.Kept;

/**
 * Keeps what a reactive decoder of the application answered, until the token ends.
 * Validators within the decoder do not run again as long.
 *
 * @since 0.1.0
 */
public final class KeepingReactiveJwtDecoder implements ReactiveJwtDecoder {

	private final ReactiveJwtDecoder decoder;

	private final VerifiedTokens tokens;

	/**
	 * Create the decoder.
	 * @param decoder the decoder of the application
	 * @param tokens keeps its answers
	 */
	public KeepingReactiveJwtDecoder(ReactiveJwtDecoder decoder, VerifiedTokens tokens) {
		this.decoder = decoder;
		this.tokens = tokens;
	}

	@Override
	public Mono<Jwt> decode(String token) {
		if (!this.tokens.isKeeping()) {
			return this.decoder.decode(token);
		}
		return Mono.defer(() -> {
			TokenDigest digest = TokenDigest.of(token);
			// INVARIANT: an answer of another decoder is none of this one
			Kept kept = this.tokens.find(digest, (found) -> found.verifiedWith() == this);
			return (kept != null) ? Mono.just(kept.jwt())
					: this.decoder.decode(token).doOnNext((jwt) -> this.tokens.keep(digest, jwt, this));
		});
	}

}
