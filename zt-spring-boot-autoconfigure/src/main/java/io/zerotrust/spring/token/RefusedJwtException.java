package io.zerotrust.spring.token;

import org.springframework.security.oauth2.jwt.BadJwtException;

import io.zerotrust.decision.Reason;

/**
 * A token is not to be believed, and zt says why.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class RefusedJwtException extends BadJwtException implements RefusedToken {

	private final Reason reason;

	/**
	 * Create the exception.
	 * @param reason why
	 */
	public RefusedJwtException(Reason reason) {
		super(reason.code());
		this.reason = reason;
	}

	@Override
	public Reason reason() {
		return this.reason;
	}

	// thrown for what attackers send: a trace is not worth its price
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
