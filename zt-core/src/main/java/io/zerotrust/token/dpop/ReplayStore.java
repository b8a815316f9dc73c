package io.zerotrust.token.dpop;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Remembers which proofs were used, so that none is used twice (RFC 9449, section 11.1,
 * D12). A store of one process sees the replays of that process alone; services of
 * several instances need a shared one for single use in the strict sense.
 * <p>
 * What a store is told it must not forget before {@link ProofUse#until()}, however much
 * it is told: beyond what it can hold it refuses. A store that is away or does not answer
 * completes exceptionally, within a time it bounds itself, and the proof is refused with
 * {@code dpop.replay-unavailable}. No store lets pass what it could not look up.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ReplayStore {

	/**
	 * Remember a use, in one atomic step: of several calls with the same use one is
	 * answered {@link Answer#FIRST}.
	 * @param use the use of a proof whose signature holds
	 * @param now when the request was received
	 * @return whether it was the first
	 */
	CompletionStage<Answer> remember(ProofUse use, Instant now);

	/**
	 * What a store knows of a use.
	 */
	enum Answer {

		/**
		 * It was not there before.
		 */
		FIRST,

		/**
		 * It was there before, or might have been.
		 */
		REPLAY,

		/**
		 * There is no room for it.
		 */
		FULL

	}

}
