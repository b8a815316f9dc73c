package io.zerotrust.token.dpop;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A proof and the request it came with.
 *
 * @param text the value of the one {@code DPoP} header
 * @param method the method of the request
 * @param uri the URI of the request as the caller knows it; query and fragment do not
 * matter
 * @param token the access token, as it was sent
 * @param boundTo the thumbprint of the key the token is bound to ({@code cnf.jkt}), or
 * {@code null} if it is not bound to a key
 * @param time when the request was received
 * @since 0.1.0
 */
public record PresentedProof(String text, String method, String uri, String token, @Nullable String boundTo,
		Instant time) {

	@Override
	public String toString() {
		return "PresentedProof[" + this.time + "]";
	}

}
