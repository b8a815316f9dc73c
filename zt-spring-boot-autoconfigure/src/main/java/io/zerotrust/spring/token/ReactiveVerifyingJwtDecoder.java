package io.zerotrust.spring.token;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Decodes JWTs of the trusted issuers where no thread may wait for keys.
 *
 * @since 0.1.0
 */
public final class ReactiveVerifyingJwtDecoder implements ReactiveJwtDecoder {

	private final VerifyingJwtDecoder decoder;

	/**
	 * Create the decoder.
	 * @param decoder verifies tokens
	 */
	public ReactiveVerifyingJwtDecoder(VerifyingJwtDecoder decoder) {
		this.decoder = decoder;
	}

	/**
	 * Whether tokens of an issuer are decoded here.
	 * @param issuer a value of {@code iss}
	 * @return {@code true} if it is one of those the decoder was made for
	 */
	public boolean knows(String issuer) {
		return this.decoder.knows(issuer);
	}

	@Override
	public Mono<Jwt> decode(String token) {
		return Later.of(() -> this.decoder.decoding(token));
	}

}
