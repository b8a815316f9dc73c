package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.zerotrust.check.Evaluation;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.outcome.TouchedObjects;
import io.zerotrust.spring.web.stream.StreamWatch;

/**
 * Tells what came of a request when its response is over: at once, or for an asynchronous
 * one when that has ended. Ends the response whose caller may no longer have it. Stands
 * before all other filters of ours.
 */
final class OutcomeFilter extends RequestFilter {

	private final Outcomes outcomes;

	private final Clock clock;

	private final StreamWatch streams;

	private final Gatekeeper gatekeeper;

	OutcomeFilter(Outcomes outcomes, Clock clock, StreamWatch streams, Gatekeeper gatekeeper) {
		this.outcomes = outcomes;
		this.clock = clock;
		this.streams = streams;
		this.gatekeeper = gatekeeper;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Exchange exchange = Exchange.of(request);
		DispatcherType dispatch = request.getDispatcherType();
		if (exchange == null && dispatch == DispatcherType.REQUEST && !PreFlight.is(request)) {
			exchange = new Exchange(this.outcomes, this.clock, this.streams, response);
			exchange.attachTo(request);
		}
		if (exchange != null && (dispatch == DispatcherType.REQUEST || dispatch == DispatcherType.ASYNC)) {
			watch(exchange, request, exchange.counted(response), chain);
			return;
		}
		chain.doFilter(request, response);
	}

	private void watch(Exchange exchange, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		TouchedObjects before = TouchedObjects.attach(exchange.touched());
		try {
			if (exchange.resume() == null) {
				chain.doFilter(request, response);
			}
		}
		catch (Exception | Error ex) {
			if (exchange.refusal() == null) {
				exchange.note(End.FAILED);
				throw ex;
			}
		}
		finally {
			TouchedObjects.attach(before);
			answer(exchange, request, response);
			exchange.release(request);
		}
	}

	/**
	 * Answer for a response that was refused before any of it was out.
	 */
	private void answer(Exchange exchange, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Evaluation refusal = exchange.refusal();
		if (refusal != null && !response.isCommitted() && !request.isAsyncStarted()) {
			response.reset();
			exchange.answer();
			this.gatekeeper.refuse(refusal, request, response);
			// who still writes learns of it, and must not change it
			response.flushBuffer();
		}
	}

}
