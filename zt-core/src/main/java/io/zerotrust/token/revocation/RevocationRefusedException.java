package io.zerotrust.token.revocation;

/**
 * A revocation could not be taken and is not held. The tokens go on to pass.
 *
 * @since 0.1.0
 */
public final class RevocationRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message why, and what to do, for operators
	 */
	public RevocationRefusedException(String message) {
		super(message);
	}

}
