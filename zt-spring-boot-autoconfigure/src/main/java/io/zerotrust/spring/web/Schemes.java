package io.zerotrust.spring.web;

import java.util.List;

/**
 * The authentication schemes that callers may send tokens by.
 *
 * @param realm the realm of challenges without an error
 * @param bearer whether a token may be sent without a proof of possession (RFC 6750)
 * @param proofAlgorithms the algorithms of proofs (RFC 9449); empty if DPoP is not
 * accepted
 * @since 0.1.0
 */
public record Schemes(String realm, boolean bearer, List<String> proofAlgorithms) {

	public Schemes {
		proofAlgorithms = List.copyOf(proofAlgorithms);
		if (!bearer && proofAlgorithms.isEmpty()) {
			throw new IllegalArgumentException("one scheme must be accepted");
		}
	}

	/**
	 * Return the schemes of a service that accepts bearer tokens alone.
	 * @param realm the realm of challenges without an error
	 * @return the schemes
	 */
	public static Schemes bearer(String realm) {
		return new Schemes(realm, true, List.of());
	}

	/**
	 * Whether DPoP is accepted.
	 * @return {@code true} if there are algorithms of proofs
	 */
	public boolean dpop() {
		return !this.proofAlgorithms.isEmpty();
	}

}
