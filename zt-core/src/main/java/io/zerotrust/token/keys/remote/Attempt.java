package io.zerotrust.token.keys.remote;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.keys.KeySet;

/**
 * An attempt to fetch keys, and those who wait for it. They are few: whoever makes up key
 * ids while the issuer is slow must not make every thread wait.
 */
final class Attempt {

	static final int MOST_WAITING = 32;

	private final CompletableFuture<KeySet> answer = new CompletableFuture<>();

	private final Cancellation cancellation = new Cancellation();

	private final AtomicInteger waiting = new AtomicInteger();

	/**
	 * Wait for the answer.
	 * @return the answer, or {@code null} if enough are waiting
	 */
	@Nullable CompletionStage<KeySet> join() {
		// a copy, so that one who gives up does not give up for the others
		return (this.waiting.incrementAndGet() <= MOST_WAITING) ? this.answer.copy() : null;
	}

	CompletableFuture<KeySet> answer() {
		return this.answer;
	}

	Cancellation cancellation() {
		return this.cancellation;
	}

}
