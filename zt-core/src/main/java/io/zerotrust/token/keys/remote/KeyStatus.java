package io.zerotrust.token.keys.remote;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with the keys of an issuer, without any of them.
 *
 * @param issuer the issuer
 * @param state whether tokens of the issuer can be verified
 * @param age how long ago the issuer last confirmed its keys, or {@code null} if it never
 * did
 * @param version counts up whenever the issuer publishes other keys; 0 if it never did
 * @param keys how many keys do now
 * @param failure why the last attempt failed, or {@code null} if it did not
 * @param findings what is to be said about the keys it published last
 * @param attempts how often it was asked since the start, by what came of it
 * @since 0.1.0
 */
public record KeyStatus(String issuer, State state, @Nullable Duration age, long version, int keys,
		@Nullable String failure, List<KeyFinding> findings, Map<FetchOutcome, Long> attempts) {

	public KeyStatus {
		findings = List.copyOf(findings);
		attempts = Map.copyOf(attempts);
	}

	/**
	 * Whether tokens of an issuer can be verified.
	 */
	public enum State {

		/**
		 * The issuer was not asked yet, or has not answered yet.
		 */
		UNASKED,

		/**
		 * There are keys, and the last attempt confirmed them.
		 */
		UP,

		/**
		 * There are keys, and the last attempt failed. They do until the stale limit.
		 */
		STALE,

		/**
		 * There are no keys: none could be fetched yet, or the stale limit is over.
		 */
		NO_KEYS

	}

}
