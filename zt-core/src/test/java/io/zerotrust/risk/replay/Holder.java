package io.zerotrust.risk.replay;

/**
 * How far the holder of a session has got.
 */
final class Holder {

	/**
	 * Whether he has given up.
	 */
	boolean gone;

	/**
	 * Until when he waits, in milliseconds since the epoch.
	 */
	long waits;

	/**
	 * By how many milliseconds he is late.
	 */
	long late;

	/**
	 * How often he was asked to log in again.
	 */
	int asked;

}
