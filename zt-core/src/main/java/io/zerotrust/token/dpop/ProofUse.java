package io.zerotrust.token.dpop;

import java.time.Instant;

import io.zerotrust.token.jose.Sha256;

/**
 * That a proof was used once, as it is remembered.
 *
 * @param key the thumbprint of the key that signed it
 * @param id what tells it from all others: SHA-256 of key, {@code jti} and {@code htu},
 * base64url
 * @param issuedAt when it was made, as it says
 * @param until when it does no more, by the same clock that is held against it
 * @since 0.1.0
 */
public record ProofUse(String key, String id, Instant issuedAt, Instant until) {

	static ProofUse of(String key, String jti, String htu, Instant issuedAt, Instant until) {
		// no part can contain the separator: a thumbprint is base64url, a URI has no
		// control characters
		return new ProofUse(key, Sha256.of(key + '\0' + htu + '\0' + jti), issuedAt, until);
	}

	@Override
	public String toString() {
		return "ProofUse[" + this.issuedAt + "]";
	}

}
