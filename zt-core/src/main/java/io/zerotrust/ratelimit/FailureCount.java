package io.zerotrust.ratelimit;

import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.OutcomeListener;

/**
 * Charges an address for what it presented in vain: a credential that does not hold, one
 * that was dropped unread, a request the firewall rejected. A missing credential and a
 * proven caller are no failure, whatever the status.
 */
final class FailureCount implements OutcomeListener {

	private static final int BAD_REQUEST = 400;

	private static final int UNAUTHORIZED = 401;

	private final AddressLimiter failures;

	FailureCount(AddressLimiter failures) {
		this.failures = failures;
	}

	@Override
	public void accept(Outcome outcome) {
		if (isFailure(outcome)) {
			this.failures.charge(AddressKey.of(outcome.evaluation().request().context()));
		}
	}

	private static boolean isFailure(Outcome outcome) {
		boolean status = outcome.status() == UNAUTHORIZED || outcome.status() == BAD_REQUEST;
		return (status && !isOfHandler(outcome.evaluation())) || outcome.credentialDropped();
	}

	/**
	 * Whether the credential held or was let through, though a check that only observes
	 * had something to say. Then the status is about something else.
	 */
	private static boolean isOfHandler(Evaluation last) {
		return last.proven() || (last.gate() == Gate.ACCESS && last.isPermitted());
	}

}
