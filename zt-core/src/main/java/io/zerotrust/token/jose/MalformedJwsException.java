package io.zerotrust.token.jose;

/**
 * A text is no JWS as zt reads them. The message names the rule that was broken and
 * quotes nothing.
 *
 * @since 0.1.0
 */
public final class MalformedJwsException extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean unsigned;

	/**
	 * Create the exception.
	 * @param message the rule that was broken
	 */
	public MalformedJwsException(String message) {
		this(message, false);
	}

	private MalformedJwsException(String message, boolean unsigned) {
		// thrown for what attackers send: neither a trace nor a cause is worth its price
		super(message, null, false, false);
		this.unsigned = unsigned;
	}

	static MalformedJwsException notSigned() {
		return new MalformedJwsException("alg is none", true);
	}

	/**
	 * Whether the text says of itself that it is not signed (RFC 7519, section 6).
	 * @return {@code true} if its {@code alg} is {@code none}
	 */
	public boolean isUnsigned() {
		return this.unsigned;
	}

}
