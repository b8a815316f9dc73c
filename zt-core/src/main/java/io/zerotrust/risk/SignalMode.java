package io.zerotrust.risk;

/**
 * What becomes of what a signal says.
 *
 * @since 0.1.0
 */
public enum SignalMode {

	/**
	 * It counts.
	 */
	ENFORCE,

	/**
	 * It is reported with the score and does not count.
	 */
	REPORT,

	/**
	 * It is dropped.
	 */
	OFF

}
