package io.zerotrust.spring.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long an answer may take.
 */
final class Deadline {

	private Deadline() {
	}

	/**
	 * Bound an answer in time. Whoever else waits for it waits on.
	 * @param answer the answer
	 * @param most how long it may take
	 * @return the answer, or a {@code TimeoutException}
	 */
	static <T> CompletableFuture<T> of(CompletionStage<T> answer, Duration most) {
		CompletableFuture<T> future = answer.toCompletableFuture();
		// what follows a time-out must not run on the one timer of the JDK
		return future.isDone() ? future
				: future.copy().orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).whenCompleteAsync((done, failure) -> {
				});
	}

	/**
	 * Return what a stage failed with, without what futures put around it.
	 */
	static Throwable cause(Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof CompletionException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
