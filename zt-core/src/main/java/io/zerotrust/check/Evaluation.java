package io.zerotrust.check;

import java.util.List;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Permit;

/**
 * A decision and everything it rests on.
 *
 * @param id the decision id, 128 random bits in hexadecimal
 * @param gate the gate that asked
 * @param request the question
 * @param decision the answer
 * @param wouldBe the answer if every step and the gate enforced; equal to the decision
 * unless something is only observed
 * @param findings what each step found, in the order they ran
 * @param proven whether the policy was reached and every step before it passed, observed
 * ones too: the subject is who the credential says, and may be remembered
 * @since 0.1.0
 */
public record Evaluation(String id, Gate gate, AccessRequest request, Decision decision, Decision wouldBe,
		List<StepFinding> findings, boolean proven) {

	public Evaluation {
		findings = List.copyOf(findings);
	}

	/**
	 * Create an evaluation that proves nothing about the subject.
	 * @param id the decision id
	 * @param gate the gate that asked
	 * @param request the question
	 * @param decision the answer
	 * @param wouldBe the answer if every step and the gate enforced
	 * @param findings what each step found
	 */
	public Evaluation(String id, Gate gate, AccessRequest request, Decision decision, Decision wouldBe,
			List<StepFinding> findings) {
		this(id, gate, request, decision, wouldBe, findings, false);
	}

	/**
	 * Whether the request may go on.
	 * @return {@code true} for a permit
	 */
	public boolean isPermitted() {
		return this.decision instanceof Permit;
	}

}
