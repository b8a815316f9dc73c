package io.zerotrust.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.decision.Reason;

/**
 * The token was signed with an asymmetric algorithm (RFC 8725 sections 3.1 and 3.2).
 *
 * @since 0.1.0
 */
public final class AlgorithmCheck extends TokenCheck {

	/**
	 * Create the check.
	 */
	public AlgorithmCheck() {
		super("token.algorithm");
	}

	@Override
	@Nullable Reason objection(Credential token, String issuer, Instant now) {
		if (token.kind() != CredentialKind.JWT) {
			return null;
		}
		String algorithm = token.header().text("alg");
		return (algorithm != null && SignatureAlgorithms.ALL.contains(algorithm)) ? null
				: new Reason("token.algorithm", "alg is not asymmetric: " + algorithm);
	}

}
