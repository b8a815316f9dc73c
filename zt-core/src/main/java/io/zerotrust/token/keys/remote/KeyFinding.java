package io.zerotrust.token.keys.remote;

/**
 * What is to be said about a key an issuer publishes. Has no key material.
 *
 * @param level how bad it is
 * @param code what it is, {@code rsa-small} for example
 * @param key the {@code kid}, or the place of the key in the set
 * @param message what follows
 * @since 0.1.0
 */
public record KeyFinding(Level level, String code, String key, String message) {

	@Override
	public String toString() {
		return this.code + " " + this.key + ": " + this.message;
	}

	/**
	 * How bad a finding is.
	 */
	public enum Level {

		/**
		 * The issuer must put this right; the key is dropped.
		 */
		ERROR,

		/**
		 * Should be put right.
		 */
		WARNING,

		/**
		 * As it should be; said so that nobody misses the key.
		 */
		NOTE

	}

}
