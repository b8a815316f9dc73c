package io.zerotrust.check;

/**
 * One thing that is held against a request.
 *
 * @since 0.1.0
 */
public sealed interface Check permits LocalCheck, RemoteCheck {

	/**
	 * Return the name under which operators configure and find the check.
	 * @return a stable name such as {@code token.lifetime}
	 */
	String name();

}
