package io.zerotrust.spring.web.endpoint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Context;
import io.zerotrust.access.Subject;

/**
 * What a gate asks about, of whichever stack.
 *
 * @since 0.1.0
 */
public interface Asked {

	/**
	 * Return the method of the request.
	 * @return the name of the method
	 */
	String method();

	/**
	 * Describe the surroundings of the request.
	 * @param subject who asks
	 * @param time when
	 * @return the surroundings
	 */
	Context context(Subject subject, Instant time);

	/**
	 * Return the credential as it was sent.
	 * @return the first value of {@code Authorization}, or {@code null} if there is none
	 */
	@Nullable String authorization();

	/**
	 * Tell where the metadata of the resource are that the request is for.
	 * @return the URL; empty if they are not served
	 */
	String metadata();

}
