package io.zerotrust.token.jose;

/**
 * A text is no JWS as zt reads them. The message names the rule that was broken and
 * quotes nothing.
 *
 * @since 0.1.0
 */
public final class MalformedJwsException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message the rule that was broken
	 */
	public MalformedJwsException(String message) {
		// thrown for what attackers send: neither a trace nor a cause is worth its price
		super(message, null, false, false);
	}

}
