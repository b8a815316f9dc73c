package io.zerotrust.token.keys.remote;

import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

/**
 * Why keys could not be fetched. The message is for operators and has no secrets: no user
 * information, no query, nothing of a document but what it claims to be.
 */
final class FetchFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int DEEPEST = 8;

	private final FetchOutcome outcome;

	FetchFailure(FetchOutcome outcome, String message) {
		// an answer more than an exception: nobody reads its trace
		super(message, null, false, false);
		this.outcome = outcome;
	}

	FetchOutcome outcome() {
		return this.outcome;
	}

	/**
	 * Return the failure of an attempt that took too long.
	 */
	static FetchFailure timedOut(KeyLocation location, KeyRules rules) {
		return new FetchFailure(FetchOutcome.TIMED_OUT,
				"the last byte of " + location + " did not come within " + rules.timeout().toMillis() + " ms");
	}

	/**
	 * Return the failure behind whatever a future completed with.
	 */
	static FetchFailure of(Throwable thrown, String location) {
		FetchFailure known = known(thrown);
		if (known != null) {
			return known;
		}
		Throwable first = thrown;
		while (first instanceof CompletionException && first.getCause() != null) {
			first = first.getCause();
		}
		Throwable root = first;
		for (int depth = 0; depth < DEEPEST && root.getCause() != null; depth++) {
			if (root instanceof HttpTimeoutException) {
				break;
			}
			root = root.getCause();
		}
		if (root instanceof HttpTimeoutException) {
			return new FetchFailure(FetchOutcome.TIMED_OUT, location + " could not be connected to in time");
		}
		return new FetchFailure(FetchOutcome.UNREACHABLE, location + " cannot be reached: " + words(first)
				+ ((root != first) ? " because of " + words(root) : ""));
	}

	private static String words(Throwable thrown) {
		String message = (thrown.getMessage() != null) ? ": " + Locations.printable(thrown.getMessage()) : "";
		return thrown.getClass().getSimpleName() + message;
	}

	private static @Nullable FetchFailure known(Throwable thrown) {
		Throwable candidate = thrown;
		for (int depth = 0; depth < DEEPEST && candidate != null; depth++) {
			if (candidate instanceof FetchFailure failure) {
				return failure;
			}
			candidate = candidate.getCause();
		}
		return null;
	}

}
