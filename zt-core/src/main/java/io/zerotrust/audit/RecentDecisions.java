package io.zerotrust.audit;

import java.util.Optional;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Throttle;

/**
 * Remembers the last evaluations, to explain them. Throttles, other refusals and permits
 * are kept apart, so that many of one kind push out none of another. What is only
 * observed is kept with what it would have been.
 *
 * @since 0.1.0
 */
public final class RecentDecisions implements AuditSink {

	private final Ring refusals;

	private final Ring permits;

	private final Ring throttles;

	/**
	 * Create the memory.
	 * @param refusals how many challenges and denials are kept; 0 keeps none
	 * @param permits how many permits are kept
	 * @param throttles how many throttles are kept
	 * @throws IllegalArgumentException if a number is negative
	 */
	public RecentDecisions(int refusals, int permits, int throttles) {
		this.refusals = new Ring(refusals);
		this.permits = new Ring(permits);
		this.throttles = new Ring(throttles);
	}

	@Override
	public void accept(Evaluation evaluation) {
		ring(evaluation.isPermitted() ? evaluation.wouldBe() : evaluation.decision()).add(evaluation);
	}

	private Ring ring(Decision told) {
		if (told instanceof Permit) {
			return this.permits;
		}
		return (told instanceof Throttle) ? this.throttles : this.refusals;
	}

	/**
	 * Find an evaluation that is still remembered.
	 * @param id its decision id, compared to the letter
	 * @return the evaluation
	 */
	public Optional<Evaluation> find(String id) {
		return this.refusals.find(id).or(() -> this.permits.find(id)).or(() -> this.throttles.find(id));
	}

}
