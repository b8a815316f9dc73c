package io.zerotrust.check;

import java.util.concurrent.CompletionStage;

import io.zerotrust.access.AccessRequest;

/**
 * A check that asks somebody outside the process. Its step bounds the time it may take.
 *
 * @since 0.1.0
 */
public non-sealed interface RemoteCheck extends Check {

	/**
	 * Hold the check against a request.
	 * @param request the question
	 * @return what will have been found
	 */
	CompletionStage<Finding> evaluate(AccessRequest request);

}
