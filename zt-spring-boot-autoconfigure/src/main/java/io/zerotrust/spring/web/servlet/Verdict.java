package io.zerotrust.spring.web.servlet;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Subject;

/**
 * What the gates made of a request so far. It travels with the request, through every
 * dispatch; a request without one has met no gate.
 *
 * @param target what the decision was about
 * @param subject who asks
 * @param stage how far the request came
 */
record Verdict(Target target, Subject subject, Stage stage) {

	private static final String ATTRIBUTE = Verdict.class.getName();

	static @Nullable Verdict of(ServletRequest request) {
		return (Verdict) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Whether a gate has let the request go on to the target.
	 */
	boolean isPermitted() {
		return this.stage == Stage.PERMITTED || this.stage == Stage.DISPATCHED;
	}

	void attachTo(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * How far a request came.
	 */
	enum Stage {

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
