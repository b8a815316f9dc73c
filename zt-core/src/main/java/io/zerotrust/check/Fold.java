package io.zerotrust.check;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;

/**
 * Folds the findings of one evaluation into a decision.
 */
final class Fold {

	private static final Refusal NO_GRANT = Deny.of(new Reason("check.no-grant", "no check granted the request"));

	private final Gate gate;

	private final Mode mode;

	private final String id;

	private final AccessRequest request;

	private final StepFinding[] findings;

	private int count;

	private boolean granted;

	private boolean proven;

	private @Nullable Refusal refusal;

	private @Nullable Refusal observed;

	Fold(Gate gate, Mode mode, String id, AccessRequest request, int steps) {
		this.gate = gate;
		this.mode = mode;
		this.id = id;
		this.request = request;
		this.findings = new StepFinding[steps];
	}

	AccessRequest request() {
		return this.request;
	}

	/**
	 * Take in what a step found.
	 * @return whether the evaluation goes on
	 */
	boolean add(Step step, Finding finding) {
		Mode effective = (this.mode == Mode.OBSERVE || isOnTrial(step)) ? Mode.OBSERVE : step.mode();
		this.findings[this.count++] = new StepFinding(step.check().name(), effective, finding);
		this.proven |= step.granting() && this.observed == null;
		if (finding instanceof Finding.Grant) {
			this.granted = true;
		}
		if (!(finding instanceof Finding.Refuse refuse)) {
			return true;
		}
		if (effective == Mode.ENFORCE) {
			this.refusal = refuse.refusal();
			return false;
		}
		this.granted |= step.granting();
		this.observed = (this.observed != null) ? this.observed : refuse.refusal();
		return true;
	}

	private static boolean isOnTrial(Step step) {
		try {
			return !step.granting() && step.check().isOnTrial();
		}
		catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
			// who cannot say is held to what the step says
			return false;
		}
	}

	Evaluation close() {
		Decision folded = fold();
		Decision wouldBe = (this.observed != null) ? this.observed : folded;
		Decision decision = (this.mode == Mode.OBSERVE) ? Permit.instance() : folded;
		StepFinding[] ran = (this.count == this.findings.length) ? this.findings
				: Arrays.copyOf(this.findings, this.count);
		return new Evaluation(this.id, this.gate, this.request, decision, wouldBe, List.of(ran), this.proven);
	}

	private Decision fold() {
		if (this.refusal != null) {
			return this.refusal;
		}
		boolean silenceDoes = this.gate.permitsSilence() && this.count > 0;
		return (this.granted || silenceDoes) ? Permit.instance() : NO_GRANT;
	}

}
