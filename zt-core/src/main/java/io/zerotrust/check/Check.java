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

	/**
	 * Whether a refusal is only recorded for now, whatever the step says, because the
	 * check has not seen enough yet.
	 * @return {@code true} while it learns
	 */
	default boolean isOnTrial() {
		return false;
	}

}
