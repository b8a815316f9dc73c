package io.zerotrust.token.dpop;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.SignatureAlgorithms;

/**
 * What proofs must look like (RFC 9449, section 4.3).
 *
 * @param lifetime how long after its {@code iat} a proof does, from 1 second to 5 minutes
 * @param algorithms the signature algorithms of proofs, asymmetric ones alone
 * @param nonces the nonces proofs must contain, or {@code null} if they need none
 * @since 0.1.0
 */
public record ProofRules(Duration lifetime, Set<String> algorithms, @Nullable Nonces nonces) {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	public ProofRules {
		algorithms = Set.copyOf(algorithms);
		if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("lifetime must be between 1 second and 5 minutes: " + lifetime);
		}
		if (!SignatureAlgorithms.ALL.containsAll(algorithms) || algorithms.isEmpty()) {
			throw new IllegalArgumentException(
					"algorithms must be some of " + SignatureAlgorithms.ALL + ": " + algorithms);
		}
	}

	/**
	 * Return the default rules: a minute of life, any asymmetric algorithm, no nonce.
	 * @return the rules
	 */
	public static ProofRules standard() {
		return new ProofRules(Duration.ofMinutes(1), SignatureAlgorithms.ALL, null);
	}

}
