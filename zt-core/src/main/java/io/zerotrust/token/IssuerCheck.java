package io.zerotrust.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Credential;
import io.zerotrust.decision.Reason;

/**
 * The issuer is a trusted one, compared exactly (RFC 9068 AT2, RFC 8725 section 3.8).
 *
 * @since 0.1.0
 */
public final class IssuerCheck extends TokenCheck {

	private final TrustedIssuers issuers;

	/**
	 * Create the check.
	 * @param issuers the trusted issuers
	 */
	public IssuerCheck(TrustedIssuers issuers) {
		super("token.issuer");
		this.issuers = issuers;
	}

	@Override
	@Nullable Reason objection(Credential token, String issuer, Instant now) {
		return this.issuers.trusts(issuer) ? null : unknown(issuer);
	}

	static Reason unknown(String issuer) {
		return new Reason("token.issuer", issuer.isEmpty() ? "iss is missing" : "iss is not trusted: " + issuer);
	}

}
