package io.zerotrust.spring.token;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.TrustedIssuer;

/**
 * An issuer, and how its tokens are verified.
 *
 * @param rules what its tokens must look like
 * @param jwkSetUri where its keys are, or {@code null} if its metadata says so
 * @param introspection how it is asked about tokens, or {@code null} if they are verified
 * here
 * @since 0.1.0
 */
public record TokenIssuer(TrustedIssuer rules, @Nullable String jwkSetUri, @Nullable Introspection introspection) {

	/**
	 * How an issuer is asked about tokens (RFC 7662).
	 *
	 * @param uri where it is asked
	 * @param clientId name of this service at the issuer
	 * @param clientSecret secret of this service at the issuer
	 * @param signed whether the answer must be a JWT signed by the issuer (RFC 9701)
	 */
	public record Introspection(String uri, String clientId, String clientSecret, boolean signed) {

		@Override
		public String toString() {
			return "Introspection[" + this.uri + ", " + this.clientId + "]";
		}

	}

}
