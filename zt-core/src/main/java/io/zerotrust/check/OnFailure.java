package io.zerotrust.check;

/**
 * What a check that throws, times out or answers nothing counts as.
 *
 * @since 0.1.0
 */
public enum OnFailure {

	/**
	 * A refusal with the code {@code check.failed}.
	 */
	REFUSE,

	/**
	 * A pass. Fails open: for checks that only add comfort.
	 */
	PASS

}
