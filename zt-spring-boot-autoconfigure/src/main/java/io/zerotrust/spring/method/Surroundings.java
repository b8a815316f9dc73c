package io.zerotrust.spring.method;

import java.time.Instant;

import io.zerotrust.access.Context;

/**
 * Tells what is known around a call: the address of the caller, if a request is being
 * served on this thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Surroundings {

	/**
	 * Describe the surroundings of a call that is about to happen on this thread.
	 * @param time when it happens
	 * @return the surroundings, with this time
	 */
	Context at(Instant time);

}
