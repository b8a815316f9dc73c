package io.zerotrust.risk.learned;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.risk.RiskCheck;

/**
 * What can be learned from a decision, and from what came of it.
 *
 * @param permitted whether the request went on
 * @param accepted whether it would have gone on if everything enforced
 * @param refused whether somebody has to prove more, or is kept out, because of risk
 * @param throttled whether the caller is to slow down because of risk
 * @param success whether the request was served and would have been if everything
 * enforced
 * @param failure the status, if it failed by a fault of the caller; else 0
 * @param risk the risk that was found, without calibration; 1 if none was
 * @param stranger whether who asks was enough to refuse the request
 * @param steppedUp whether the caller had just stepped up
 */
record Lesson(boolean permitted, boolean accepted, boolean refused, boolean throttled, boolean success, int failure,
		double risk, boolean stranger, boolean steppedUp) {

	/**
	 * Below this risk a request is taken for the principal's own.
	 */
	private static final double OWN = 0.30;

	static Lesson of(Evaluation evaluation, double risk, boolean steppedUp) {
		return of(evaluation, risk, steppedUp, false, 0);
	}

	static Lesson of(Outcome outcome, double risk, boolean steppedUp) {
		boolean success = outcome.isSuccess() && outcome.evaluation().wouldBe() instanceof Permit;
		boolean failed = FailureHistory.counts(outcome.status()) && isFaultOfCaller(outcome);
		return of(outcome.evaluation(), risk, steppedUp, success, failed ? outcome.status() : 0);
	}

	private static Lesson of(Evaluation evaluation, double risk, boolean steppedUp, boolean success, int failure) {
		String code = (evaluation.wouldBe() instanceof Refusal refusal) ? refusal.reason().code() : "";
		boolean byRisk = code.startsWith("risk.");
		boolean throttled = byRisk && evaluation.wouldBe() instanceof Throttle;
		return new Lesson(evaluation.isPermitted(), evaluation.wouldBe() instanceof Permit, byRisk && !throttled,
				throttled && !evaluation.isPermitted(), success, failure, risk, RiskCheck.isStranger(evaluation),
				steppedUp);
	}

	/**
	 * What we refuse because of risk, for a better login, by a limit or because a check
	 * broke says nothing of what the caller may do.
	 */
	private static boolean isFaultOfCaller(Outcome outcome) {
		if (!(outcome.evaluation().decision() instanceof Refusal refusal)) {
			return true;
		}
		String code = refusal.reason().code();
		return !(refusal instanceof Throttle) && !code.startsWith("risk.") && !code.startsWith("quarantine.")
				&& !code.startsWith("step-up.") && !code.startsWith("check.");
	}

	/**
	 * Whether it is scored at all.
	 */
	boolean isScored() {
		return this.risk < 1;
	}

	boolean isOwn() {
		return this.risk < OWN;
	}

	/**
	 * Whether the surroundings may become familiar.
	 */
	boolean teaches() {
		return this.success && (isOwn() || this.steppedUp);
	}

}
