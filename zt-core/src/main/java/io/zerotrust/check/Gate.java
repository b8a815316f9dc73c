package io.zerotrust.check;

/**
 * The points of a request's journey at which a decision is taken.
 *
 * @since 0.1.0
 */
public enum Gate {

	/**
	 * Before any credential is read. The only gate where silence lets a request through.
	 */
	ARRIVAL,

	/**
	 * The caller is authenticated and the handler known; the body is not read yet.
	 */
	ACCESS,

	/**
	 * A guarded method is about to run, or has returned.
	 */
	INVOCATION;

	boolean permitsSilence() {
		return this == ARRIVAL;
	}

}
