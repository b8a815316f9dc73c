package io.zerotrust.spring.web.endpoint;

import io.zerotrust.access.Subject;

/**
 * What the gates made of a request so far. It travels with the request, through every
 * dispatch; a request without one has met no gate.
 *
 * @param target what the decision was about
 * @param subject who asks
 * @param stage how far the request came
 * @since 0.1.0
 */
public record Verdict(Target target, Subject subject, Stage stage) {

	/**
	 * The attribute under which it travels.
	 */
	public static final String ATTRIBUTE = Verdict.class.getName();

	/**
	 * Whether a gate has let the request go on to the target.
	 * @return {@code true} if it may be, or is, served
	 */
	public boolean isPermitted() {
		return this.stage == Stage.PERMITTED || this.stage == Stage.DISPATCHED;
	}

	/**
	 * How far a request came.
	 */
	public enum Stage {

		/**
		 * A gate is about to decide.
		 */
		ASKED,

		/**
		 * A gate let it go on.
		 */
		PERMITTED,

		/**
		 * Its handler is about to run.
		 */
		DISPATCHED,

		/**
		 * A gate refused and answered it.
		 */
		REFUSED

	}

}
