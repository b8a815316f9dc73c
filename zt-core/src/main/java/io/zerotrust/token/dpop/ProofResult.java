package io.zerotrust.token.dpop;

import io.zerotrust.decision.Reason;

/**
 * What came of a proof.
 *
 * @since 0.1.0
 */
public sealed interface ProofResult {

	/**
	 * The caller holds the key.
	 *
	 * @param key the thumbprint of the key (RFC 7638, SHA-256), base64url
	 */
	record Verified(String key) implements ProofResult {
	}

	/**
	 * It is not proven that the caller holds the key.
	 *
	 * @param reason why
	 */
	record Refused(Reason reason) implements ProofResult {
	}

}
