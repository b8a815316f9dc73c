package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcomes;

/**
 * Tells what came of a request when its response is over: at once, or for an asynchronous
 * one when that has ended. Stands before all other filters of ours.
 */
final class OutcomeFilter extends RequestFilter {

	private final Outcomes outcomes;

	private final Clock clock;

	OutcomeFilter(Outcomes outcomes, Clock clock) {
		this.outcomes = outcomes;
		this.clock = clock;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Exchange exchange = Exchange.of(request);
		DispatcherType dispatch = request.getDispatcherType();
		boolean told = dispatch == DispatcherType.REQUEST && !this.outcomes.isEmpty() && !PreFlight.is(request);
		if (exchange == null && told) {
			exchange = new Exchange(this.outcomes, this.clock, response);
			exchange.attachTo(request);
		}
		if (exchange != null && (dispatch == DispatcherType.REQUEST || dispatch == DispatcherType.ASYNC)) {
			watch(exchange, request, response, chain);
			return;
		}
		chain.doFilter(request, response);
	}

	private static void watch(Exchange exchange, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		try {
			chain.doFilter(request, exchange.counted(response));
		}
		catch (Exception | Error ex) {
			exchange.note(End.FAILED);
			throw ex;
		}
		finally {
			exchange.note(TouchedObjects.of(request));
			if (request.isAsyncStarted()) {
				request.getAsyncContext().addListener(new Ending(exchange));
			}
			else {
				exchange.tell();
			}
		}
	}

	/**
	 * Waits for the end of an asynchronous response. One that is dispatched meets the
	 * filter again; one that is not ends here.
	 */
	private record Ending(Exchange exchange) implements AsyncListener {

		@Override
		public void onComplete(AsyncEvent event) {
			this.exchange.tell();
		}

		@Override
		public void onTimeout(AsyncEvent event) {
			this.exchange.note(End.TIMED_OUT);
		}

		@Override
		public void onError(AsyncEvent event) {
			this.exchange.note(End.FAILED);
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
			event.getAsyncContext().addListener(this);
		}

	}

}
