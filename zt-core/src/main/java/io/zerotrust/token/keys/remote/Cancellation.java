package io.zerotrust.token.keys.remote;

import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * Ends whatever is under way for an attempt whose time is over.
 */
final class Cancellation {

	private @Nullable Future<?> running;

	private boolean cancelled;

	synchronized void running(Future<?> exchange) {
		this.running = exchange;
		if (this.cancelled) {
			exchange.cancel(true);
		}
	}

	synchronized void cancel() {
		this.cancelled = true;
		if (this.running != null) {
			this.running.cancel(true);
		}
	}

}
