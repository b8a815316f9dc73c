package io.zerotrust.spring.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

import io.zerotrust.decision.Reason;

/**
 * What the issuer says of a token.
 *
 * @param principal whom it was issued to, or {@code null} if it does not do
 * @param reason why it does not do, or {@code null} if it does
 * @param until when it ends by itself, or {@code null} if that is not known
 */
record Answer(@Nullable OAuth2AuthenticatedPrincipal principal, @Nullable Reason reason, @Nullable Instant until) {

	static Answer active(OAuth2AuthenticatedPrincipal principal, @Nullable Instant until) {
		return new Answer(principal, null, until);
	}

	static Answer refused(Reason reason) {
		return new Answer(null, reason, null);
	}

	/**
	 * Return whom the token was issued to.
	 * @throws RefusedOpaqueTokenException if it does not do
	 */
	OAuth2AuthenticatedPrincipal orThrow() {
		if (this.principal != null) {
			return this.principal;
		}
		throw new RefusedOpaqueTokenException((this.reason != null) ? this.reason : Reason.of("token.inactive"));
	}

}
