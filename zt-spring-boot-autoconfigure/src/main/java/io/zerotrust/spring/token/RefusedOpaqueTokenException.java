package io.zerotrust.spring.token;

import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;

import io.zerotrust.decision.Reason;

/**
 * The issuer said no to a token, or what it said does not do.
 *
 * @since 0.1.0
 */
public final class RefusedOpaqueTokenException extends BadOpaqueTokenException implements RefusedToken {

	private static final long serialVersionUID = 1L;

	private final transient Reason reason;

	/**
	 * Create the exception.
	 * @param reason why
	 */
	public RefusedOpaqueTokenException(Reason reason) {
		super(reason.code());
		this.reason = reason;
	}

	@Override
	public Reason reason() {
		return this.reason;
	}

}
