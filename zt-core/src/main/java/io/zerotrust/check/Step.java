package io.zerotrust.check;

import java.time.Duration;

/**
 * A check in its place in a pipeline.
 *
 * @param check what is held against the request
 * @param mode what follows from a refusal
 * @param onFailure what a failure of the check counts as
 * @param timeout how long a remote check may take; local checks do not wait
 * @param granting whether the check may grant, as only the policy may
 * @since 0.1.0
 */
public record Step(Check check, Mode mode, OnFailure onFailure, Duration timeout, boolean granting) {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

	public Step {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("timeout of " + check.name() + " must be positive: " + timeout);
		}
	}

	/**
	 * Return an enforcing step that refuses when its check fails or takes more than 500
	 * ms.
	 * @param check what is held against the request
	 * @return the step
	 */
	public static Step of(Check check) {
		return new Step(check, Mode.ENFORCE, OnFailure.REFUSE, DEFAULT_TIMEOUT, false);
	}

	/**
	 * Return the step of the policy: the only one that may grant.
	 * @param check the policy
	 * @return the step
	 */
	public static Step granting(LocalCheck check) {
		return new Step(check, Mode.ENFORCE, OnFailure.REFUSE, DEFAULT_TIMEOUT, true);
	}

	/**
	 * Return this step with another check in its place.
	 * @param check what is held against the request instead
	 * @return the changed step
	 */
	public Step withCheck(Check check) {
		return new Step(check, this.mode, this.onFailure, this.timeout, this.granting);
	}

	/**
	 * Return this step in another mode.
	 * @param mode what follows from a refusal
	 * @return the changed step
	 */
	public Step withMode(Mode mode) {
		return new Step(this.check, mode, this.onFailure, this.timeout, this.granting);
	}

	/**
	 * Return this step with another answer to failure.
	 * @param onFailure what a failure of the check counts as
	 * @return the changed step
	 */
	public Step withOnFailure(OnFailure onFailure) {
		return new Step(this.check, this.mode, onFailure, this.timeout, this.granting);
	}

	/**
	 * Return this step with another time limit.
	 * @param timeout how long a remote check may take
	 * @return the changed step
	 */
	public Step withTimeout(Duration timeout) {
		return new Step(this.check, this.mode, this.onFailure, timeout, this.granting);
	}

}
