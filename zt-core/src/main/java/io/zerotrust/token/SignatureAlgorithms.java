package io.zerotrust.token;

import java.util.Set;

/**
 * The signature algorithms zt believes (RFC 7518 section 3, RFC 8037, RFC 9864): those
 * whose verifier cannot sign.
 *
 * @since 0.1.0
 */
public final class SignatureAlgorithms {

	/**
	 * The names, as they stand in {@code alg}.
	 */
	public static final Set<String> ALL = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384",
			"ES512", "EdDSA", "Ed25519");

	private SignatureAlgorithms() {
	}

}
