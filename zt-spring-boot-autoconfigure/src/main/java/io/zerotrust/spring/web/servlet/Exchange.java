package io.zerotrust.spring.web.servlet;

import java.time.Clock;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Evaluation;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.outcome.TouchedObjects;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.spring.web.stream.Transcript;

/**
 * What is known of a servlet request and its response until both are over. It travels
 * with the request.
 */
final class Exchange {

	private static final String ATTRIBUTE = Exchange.class.getName();

	private final HttpServletResponse response;

	private final Transcript transcript;

	private final ServletStream stream;

	private volatile boolean begun;

	Exchange(Outcomes outcomes, Clock clock, StreamWatch streams, HttpServletResponse response) {
		this.response = response;
		this.transcript = new Transcript(outcomes, clock);
		this.stream = new ServletStream(streams, this.transcript, response);
	}

	static @Nullable Exchange of(ServletRequest request) {
		return (Exchange) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Return a response whose body is counted. Code that starts asynchronous processing
	 * without handing over its response gets the container's, uncounted.
	 */
	HttpServletResponse counted(HttpServletResponse response) {
		return CountedResponse.counts(response) ? response
				: new CountedResponse(response, this.transcript.tally(), this.stream);
	}

	/**
	 * Return where objects are noted that the path does not name.
	 */
	TouchedObjects touched() {
		return this.transcript.touched();
	}

	void attachTo(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Note what a gate decided. What is included says nothing about the whole.
	 */
	static void noteDecision(ServletRequest request, Evaluation evaluation) {
		Exchange exchange = noting(request);
		if (exchange != null) {
			exchange.transcript.noteDecision(evaluation);
		}
	}

	/**
	 * Note a refusal that no gate decided on.
	 */
	static void noteRecord(ServletRequest request, Evaluation evaluation) {
		Exchange exchange = noting(request);
		if (exchange != null) {
			exchange.transcript.noteRecord(evaluation);
		}
	}

	/**
	 * Leave a request out: nobody is told what came of it.
	 */
	static void leave(ServletRequest request) {
		request.removeAttribute(ATTRIBUTE);
	}

	/**
	 * Note that the request brought a credential nobody looks at.
	 */
	static void noteDropped(ServletRequest request) {
		Exchange exchange = of(request);
		if (exchange != null) {
			exchange.transcript.noteDropped();
		}
	}

	/**
	 * Note that a guarded method was refused.
	 */
	static void noteInvocation(ServletRequest request, InvocationRefusedException refused) {
		Exchange exchange = noting(request);
		if (exchange != null) {
			exchange.transcript.noteInvocation(refused);
		}
	}

	private static @Nullable Exchange noting(ServletRequest request) {
		return (request.getDispatcherType() != DispatcherType.INCLUDE) ? of(request) : null;
	}

	/**
	 * A thread of the container is about to serve the request.
	 * @return the decision that refuses to go on with the response, or {@code null}
	 */
	@Nullable Evaluation resume() {
		return this.stream.resume();
	}

	/**
	 * Return the decision that the caller may no longer have the response.
	 * @return the refusal, or {@code null} if the response may go on
	 */
	@Nullable Evaluation refusal() {
		return this.stream.refusal();
	}

	/**
	 * Let that refusal be written.
	 */
	void answer() {
		this.stream.answer();
	}

	/**
	 * The thread of the container is done. What is left, others do.
	 * @throws StreamClosedException if the response was refused and is not whole
	 */
	void release(HttpServletRequest request) throws StreamClosedException {
		this.transcript.note(HandlerResolver.objects(request, null));
		if (request.isAsyncStarted()) {
			AsyncContext async = request.getAsyncContext();
			async.addListener(new Ending(this));
			this.stream.leaveTo(async);
			return;
		}
		try {
			this.stream.verifyEnd();
		}
		finally {
			tell();
		}
	}

	/**
	 * Asynchronous processing has started anew, without a dispatch between.
	 */
	void restarted(AsyncContext async) {
		this.stream.leaveTo(async);
	}

	void note(End end) {
		this.transcript.note(end);
		this.begun = this.response.isCommitted();
	}

	/**
	 * Tell the listeners, once.
	 */
	void tell() {
		this.stream.end();
		End end = this.transcript.end();
		this.transcript.tell(status(end), answered(end) ? End.COMPLETED : end);
	}

	/**
	 * Who waits for news answers after a while that there are none.
	 */
	private boolean answered(End end) {
		return end == End.TIMED_OUT && !this.begun && this.response.getStatus() < 400;
	}

	/**
	 * What the container will make of a failure, unless the status is out already.
	 */
	private int status(End end) {
		int status = this.response.getStatus();
		return (end == End.FAILED && !this.response.isCommitted() && status < 400)
				? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : status;
	}

}
