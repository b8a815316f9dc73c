package io.zerotrust.spring.web.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Refusal;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.outcome.TouchedObjects;
import io.zerotrust.spring.method.InvocationRefusedException;

/**
 * What is known of a request and its response until both are over. It is told once.
 *
 * @since 0.1.0
 */
public final class Transcript {

	private final Outcomes outcomes;

	private final Clock clock;

	private final Instant began;

	private final Tally tally = new Tally();

	private final TouchedObjects touched = new TouchedObjects();

	private final AtomicBoolean told = new AtomicBoolean();

	private volatile End end = End.COMPLETED;

	private volatile @Nullable Evaluation evaluation;

	private volatile List<TouchedObject> objects = List.of();

	private volatile boolean dropped;

	/**
	 * Begin with a request.
	 * @param outcomes who is told
	 * @param clock tells how long it took
	 */
	public Transcript(Outcomes outcomes, Clock clock) {
		this.outcomes = outcomes;
		this.clock = clock;
		this.began = clock.instant();
	}

	/**
	 * Return where the bytes of the body are counted.
	 * @return the count
	 */
	public Tally tally() {
		return this.tally;
	}

	/**
	 * Return where objects are noted that the path does not name.
	 * @return the objects
	 */
	public TouchedObjects touched() {
		return this.touched;
	}

	/**
	 * Note what a gate decided.
	 * @param evaluation the decision
	 */
	public void noteDecision(Evaluation evaluation) {
		this.evaluation = evaluation;
	}

	/**
	 * Note a refusal that no gate decided on. Who asked, as a gate has seen it proven,
	 * stays, unless it is the proof that does not hold.
	 * @param evaluation the record of the refusal
	 */
	public void noteRecord(Evaluation evaluation) {
		Evaluation known = this.evaluation;
		if (known == null || !known.proven() || isAboutProof(evaluation)) {
			noteDecision(evaluation);
		}
	}

	/**
	 * Whether somebody else may have used the credential: another site, for one.
	 */
	private static boolean isAboutProof(Evaluation evaluation) {
		return evaluation.wouldBe() instanceof Refusal refusal && refusal.reason().code().startsWith("credential.");
	}

	/**
	 * Note that a guarded method was refused, whoever it was that a gate had let pass.
	 * @param refused what it threw
	 */
	public void noteInvocation(InvocationRefusedException refused) {
		Evaluation known = this.evaluation;
		if (known != null) {
			noteDecision(new Evaluation(refused.decisionId(), Gate.INVOCATION, known.request(), refused.refusal(),
					refused.refusal(), List.of(), known.proven()));
		}
	}

	/**
	 * Note that the request brought a credential nobody looks at.
	 */
	public void noteDropped() {
		this.dropped = true;
	}

	/**
	 * Note what the path says the request was about.
	 * @param objects the objects
	 */
	public void note(List<TouchedObject> objects) {
		this.objects = objects;
	}

	/**
	 * Note how the response ends. One that was cut off stays so.
	 * @param end how it ends
	 */
	public void note(End end) {
		this.end = (this.end == End.CUT_OFF) ? End.CUT_OFF : end;
	}

	/**
	 * Return how the response ends, as far as it is known.
	 * @return the end
	 */
	public End end() {
		return this.end;
	}

	/**
	 * Return what the response rests on.
	 * @return the question that was permitted at {@code ACCESS}, or {@code null} if none
	 * was
	 */
	public @Nullable AccessRequest permitted() {
		Evaluation known = this.evaluation;
		return (known != null && known.gate() == Gate.ACCESS && known.isPermitted()) ? known.request() : null;
	}

	/**
	 * Tell the listeners, once. What met no gate is nothing they could learn from.
	 * @param status the status of the response
	 * @param end how it ended
	 */
	public void tell(int status, End end) {
		Evaluation decided = this.evaluation;
		if (decided == null || this.outcomes.isEmpty() || !this.told.compareAndSet(false, true)) {
			return;
		}
		Instant now = this.clock.instant();
		Duration took = Duration.between(this.began, now);
		this.outcomes.tell(new Outcome(decided, status, this.tally.bytes(), this.touched.behind(this.objects), end, now,
				took.isNegative() ? Duration.ZERO : took, this.dropped, this.touched.more(),
				this.touched.suspicions()));
	}

}
