package io.zerotrust.access;

import java.time.Instant;

/**
 * The question a gate asks.
 *
 * @param subject who asks
 * @param action what the subject wants to do
 * @param resource with what
 * @param context in which surroundings
 * @since 0.1.0
 */
public record AccessRequest(Subject subject, Action action, Resource resource, Context context) {

	/**
	 * Return the same question, asked again.
	 * @param time when it is asked
	 * @return the question
	 */
	public AccessRequest again(Instant time) {
		return new AccessRequest(this.subject, this.action, this.resource, this.context.later(time).again());
	}

}
