package io.zerotrust.check;

import io.zerotrust.access.AccessRequest;

/**
 * A check that only computes. It waits for nothing, so it may run on an event loop.
 *
 * @since 0.1.0
 */
public non-sealed interface LocalCheck extends Check {

	/**
	 * Hold the check against a request.
	 * @param request the question
	 * @return what was found
	 */
	Finding evaluate(AccessRequest request);

}
