package io.zerotrust.access;

/**
 * What somebody trusted says about the state of the caller's device.
 *
 * @since 0.1.0
 */
public enum Posture {

	/**
	 * Nobody says anything.
	 */
	UNKNOWN,

	/**
	 * The device is as it should be.
	 */
	HEALTHY,

	/**
	 * The device is not as it should be: unpatched, unmanaged, compromised.
	 */
	FAILED

}
