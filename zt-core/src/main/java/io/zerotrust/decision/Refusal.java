package io.zerotrust.decision;

/**
 * The request may not go on.
 *
 * @since 0.1.0
 */
public sealed interface Refusal extends Decision permits Challenge, Throttle, Deny {

	/**
	 * Return why.
	 * @return the reason
	 */
	Reason reason();

}
