package io.zerotrust.decision;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The caller may try again with a better proof (RFC 6750, section 3; RFC 9470).
 *
 * @param reason why the proof does not do
 * @param proof what is wrong with the proof
 * @param acr acceptable authentication context class references in order of preference
 * @param maxAge the longest time since the user authenticated, or {@code null} for no
 * limit
 * @since 0.1.0
 */
public record Challenge(Reason reason, Proof proof, List<String> acr, @Nullable Duration maxAge) implements Refusal {

	public Challenge {
		Objects.requireNonNull(reason, "a refusal has a reason");
		acr = List.copyOf(acr);
	}

	/**
	 * Return a challenge that names no particular authentication.
	 * @param proof what is wrong with the proof
	 * @param reason why it does not do
	 * @return the challenge
	 */
	public static Challenge of(Proof proof, Reason reason) {
		return new Challenge(reason, proof, List.of(), null);
	}

	/**
	 * What is wrong with a proof.
	 */
	public enum Proof {

		/**
		 * There is none.
		 */
		MISSING,

		/**
		 * The request that carries it is malformed ({@code invalid_request}).
		 */
		MALFORMED,

		/**
		 * It does not hold ({@code invalid_token}).
		 */
		INVALID,

		/**
		 * It holds, but proves too little ({@code insufficient_user_authentication}).
		 */
		WEAK,

		/**
		 * It holds, but not that the caller has the key it is bound to
		 * ({@code invalid_dpop_proof}, RFC 9449 section 7.1).
		 */
		UNPROVEN,

		/**
		 * It is to be proven with a nonce of this service ({@code use_dpop_nonce}, RFC
		 * 9449 section 9).
		 */
		WITHOUT_NONCE

	}

}
