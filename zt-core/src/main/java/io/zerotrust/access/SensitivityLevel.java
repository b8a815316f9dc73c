package io.zerotrust.access;

/**
 * How much harm a misused endpoint does. The more, the sooner risk leads to a challenge
 * or a refusal.
 *
 * @since 0.1.0
 */
public enum SensitivityLevel {

	/**
	 * Public or trivial data.
	 */
	LOW,

	/**
	 * The level of an endpoint that says nothing.
	 */
	MEDIUM,

	/**
	 * Personal data, money in small amounts.
	 */
	HIGH,

	/**
	 * Administration, payments, keys.
	 */
	CRITICAL

}
