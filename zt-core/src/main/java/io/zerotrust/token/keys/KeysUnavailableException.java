package io.zerotrust.token.keys;

/**
 * There are no keys to verify with. Says nothing about any token.
 *
 * @since 0.1.0
 */
public final class KeysUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message why, for operators
	 */
	public KeysUnavailableException(String message) {
		super(message);
	}

}
