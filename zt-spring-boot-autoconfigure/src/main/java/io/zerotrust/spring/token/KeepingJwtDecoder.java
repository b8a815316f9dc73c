package io.zerotrust.spring.token;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import io.zerotrust.spring.token.VerifiedTokens.Kept;

/**
 * Keeps what a decoder of the application answered, until the token ends. Validators
 * within the decoder do not run again as long.
 *
 * @since 0.1.0
 */
public final class KeepingJwtDecoder implements JwtDecoder {

	private final JwtDecoder decoder;

	private final VerifiedTokens tokens;

	/**
	 * Create the decoder.
	 * @param decoder the decoder of the application
	 * @param tokens keeps its answers
	 */
	public KeepingJwtDecoder(JwtDecoder decoder, VerifiedTokens tokens) {
		this.decoder = decoder;
		this.tokens = tokens;
	}

	@Override
	public Jwt decode(String token) {
		if (!this.tokens.isKeeping()) {
			return this.decoder.decode(token);
		}
		TokenDigest digest = TokenDigest.of(token);
		// INVARIANT: an answer of another decoder is none of this one
		Kept kept = this.tokens.find(digest, (found) -> found.verifiedWith() == this);
		if (kept != null) {
			return kept.jwt();
		}
		Jwt jwt = this.decoder.decode(token);
		this.tokens.keep(digest, jwt, this);
		return jwt;
	}

}
