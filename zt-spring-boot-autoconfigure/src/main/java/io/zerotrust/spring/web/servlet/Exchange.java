package io.zerotrust.spring.web.servlet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Refusal;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.outcome.TouchedObject;
import io.zerotrust.spring.method.InvocationRefusedException;

/**
 * What is known of a request and its response until both are over. It travels with the
 * request, and is told once.
 */
final class Exchange {

	private static final String ATTRIBUTE = Exchange.class.getName();

	private final Outcomes outcomes;

	private final Clock clock;

	private final Instant began;

	private final HttpServletResponse response;

	private final Tally tally = new Tally();

	private final AtomicBoolean told = new AtomicBoolean();

	private volatile End end = End.COMPLETED;

	private volatile @Nullable Evaluation evaluation;

	private volatile List<TouchedObject> objects = List.of();

	private volatile boolean begun;

	private volatile boolean dropped;

	Exchange(Outcomes outcomes, Clock clock, HttpServletResponse response) {
		this.outcomes = outcomes;
		this.clock = clock;
		this.began = clock.instant();
		this.response = response;
	}

	static @Nullable Exchange of(ServletRequest request) {
		return (Exchange) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Return a response whose body is counted. Code that starts asynchronous processing
	 * without handing over its response gets the container's, uncounted.
	 */
	HttpServletResponse counted(HttpServletResponse response) {
		return CountedResponse.counts(response) ? response : new CountedResponse(response, this.tally);
	}

	void attachTo(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Note what a gate decided. What is included says nothing about the whole.
	 */
	static void noteDecision(ServletRequest request, Evaluation evaluation) {
		Exchange exchange = of(request);
		if (exchange != null && request.getDispatcherType() != DispatcherType.INCLUDE) {
			exchange.evaluation = evaluation;
		}
	}

	/**
	 * Note a refusal that no gate decided on. Who asked, as a gate has seen it proven,
	 * stays, unless it is the proof that does not hold.
	 */
	static void noteRecord(ServletRequest request, Evaluation evaluation) {
		Exchange exchange = of(request);
		Evaluation known = (exchange != null) ? exchange.evaluation : null;
		if (known == null || !known.proven() || isAboutProof(evaluation)) {
			noteDecision(request, evaluation);
		}
	}

	/**
	 * Leave a request out: nobody is told what came of it.
	 */
	static void leave(ServletRequest request) {
		request.removeAttribute(ATTRIBUTE);
	}

	/**
	 * Whether somebody else may have used the credential: another site, for one.
	 */
	private static boolean isAboutProof(Evaluation evaluation) {
		return evaluation.wouldBe() instanceof Refusal refusal && refusal.reason().code().startsWith("credential.");
	}

	/**
	 * Note that the request brought a credential nobody looks at.
	 */
	static void noteDropped(ServletRequest request) {
		Exchange exchange = of(request);
		if (exchange != null) {
			exchange.dropped = true;
		}
	}

	/**
	 * Note that a guarded method was refused, whoever it was that a gate had let pass.
	 */
	static void noteInvocation(ServletRequest request, InvocationRefusedException refused) {
		Exchange exchange = of(request);
		Evaluation known = (exchange != null) ? exchange.evaluation : null;
		if (known != null) {
			noteDecision(request, new Evaluation(refused.decisionId(), Gate.INVOCATION, known.request(),
					refused.refusal(), refused.refusal(), List.of(), known.proven()));
		}
	}

	void note(List<TouchedObject> objects) {
		this.objects = objects;
	}

	void note(End end) {
		this.end = end;
		this.begun = this.response.isCommitted();
	}

	/**
	 * Tell the listeners, once. What met no gate is nothing they could learn from.
	 */
	void tell() {
		Evaluation decided = this.evaluation;
		if (decided == null || !this.told.compareAndSet(false, true)) {
			return;
		}
		Instant now = this.clock.instant();
		Duration took = Duration.between(this.began, now);
		this.outcomes.tell(new Outcome(decided, status(), this.tally.bytes(), this.objects, end(), now,
				took.isNegative() ? Duration.ZERO : took, this.dropped));
	}

	/**
	 * Who waits for news answers after a while that there are none.
	 */
	private End end() {
		boolean answered = this.end == End.TIMED_OUT && !this.begun && this.response.getStatus() < 400;
		return answered ? End.COMPLETED : this.end;
	}

	/**
	 * What the container will make of a failure, unless the status is out already.
	 */
	private int status() {
		int status = this.response.getStatus();
		return (this.end == End.FAILED && !this.response.isCommitted() && status < 400)
				? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : status;
	}

}
