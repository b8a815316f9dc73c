package io.zerotrust.spring.observe;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;

/**
 * What an evaluation came to, as the tags tell it.
 */
enum Told {

	PERMIT("permit", false),

	CHALLENGE("challenge", false),

	THROTTLE("throttle", false),

	DENY("deny", false),

	OBSERVED_CHALLENGE("challenge", true),

	OBSERVED_THROTTLE("throttle", true),

	OBSERVED_DENY("deny", true);

	private final String outcome;

	private final String observed;

	Told(String outcome, boolean observed) {
		this.outcome = outcome;
		this.observed = Boolean.toString(observed);
	}

	static Told of(Evaluation evaluation) {
		if (decision(evaluation) instanceof Refusal refusal) {
			return evaluation.isPermitted() ? observed(refusal) : enforced(refusal);
		}
		return PERMIT;
	}

	/**
	 * The decision that is told: of a request that only went on because something is
	 * observed, the one it would have got.
	 */
	static Decision decision(Evaluation evaluation) {
		return (evaluation.decision() instanceof Permit) ? evaluation.wouldBe() : evaluation.decision();
	}

	private static Told enforced(Refusal refusal) {
		if (refusal instanceof Challenge) {
			return CHALLENGE;
		}
		return (refusal instanceof Throttle) ? THROTTLE : DENY;
	}

	private static Told observed(Refusal refusal) {
		if (refusal instanceof Challenge) {
			return OBSERVED_CHALLENGE;
		}
		return (refusal instanceof Throttle) ? OBSERVED_THROTTLE : OBSERVED_DENY;
	}

	String outcome() {
		return this.outcome;
	}

	String observed() {
		return this.observed;
	}

}
