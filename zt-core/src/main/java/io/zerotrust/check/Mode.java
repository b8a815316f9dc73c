package io.zerotrust.check;

/**
 * What follows from a refusal.
 *
 * @since 0.1.0
 */
public enum Mode {

	/**
	 * The request is refused.
	 */
	ENFORCE,

	/**
	 * The refusal is recorded, and the request goes on as if it had passed.
	 */
	OBSERVE

}
