package io.zerotrust.spring.web.servlet;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtException;

import io.zerotrust.decision.Reason;

/**
 * Carries through Spring Security why a proof was refused.
 */
final class ProofRefusedException extends JwtException {

	private static final long serialVersionUID = 1L;

	private final transient Reason reason;

	ProofRefusedException(Reason reason) {
		super(reason.code());
		this.reason = reason;
	}

	/**
	 * Return the exception that Spring Security makes of this one, for where it does not.
	 */
	AuthenticationException asAuthenticationException() {
		return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_DPOP_PROOF), this);
	}

	/**
	 * Return the reason an authentication failed for.
	 * @return the reason, or {@code null} if it was not the proof
	 */
	static @Nullable Reason in(AuthenticationException failure) {
		return (failure.getCause() instanceof ProofRefusedException refused) ? refused.reason : null;
	}

}
