package io.zerotrust.token.keys.remote;

import java.net.http.HttpTimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Why keys could not be fetched. The message is for operators and has no secrets: no user
 * information, no query, nothing of a document but what it claims to be.
 */
final class FetchFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

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
	 * Return the failure behind whatever a future completed with.
	 */
	static FetchFailure of(Throwable thrown, String location) {
		FetchFailure known = known(thrown);
		if (known != null) {
			return known;
		}
		Throwable root = thrown;
		boolean late = false;
		for (int depth = 0; depth < 8 && root.getCause() != null; depth++) {
			late |= root instanceof HttpTimeoutException;
			root = root.getCause();
		}
		if (late || root instanceof HttpTimeoutException) {
			return new FetchFailure(FetchOutcome.TIMED_OUT, location + " could not be connected to in time");
		}
		String message = (root.getMessage() != null) ? ": " + Locations.printable(root.getMessage()) : "";
		return new FetchFailure(FetchOutcome.UNREACHABLE,
				location + " cannot be reached: " + root.getClass().getSimpleName() + message);
	}

	private static @Nullable FetchFailure known(Throwable thrown) {
		Throwable candidate = thrown;
		for (int depth = 0; depth < 8 && candidate != null; depth++) {
			if (candidate instanceof FetchFailure failure) {
				return failure;
			}
			candidate = candidate.getCause();
		}
		return null;
	}

}
