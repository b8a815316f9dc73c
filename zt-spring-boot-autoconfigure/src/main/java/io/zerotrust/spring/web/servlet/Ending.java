package io.zerotrust.spring.web.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

import io.zerotrust.outcome.Outcome.End;

/**
 * Waits for the end of an asynchronous response. One that is dispatched meets the filter
 * again; one that is not ends here.
 *
 * @param exchange what is known of it
 */
record Ending(Exchange exchange) implements AsyncListener {

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
		this.exchange.restarted(event.getAsyncContext());
	}

}
