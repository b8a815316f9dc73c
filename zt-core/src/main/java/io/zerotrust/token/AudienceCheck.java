package io.zerotrust.token;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Credential;
import io.zerotrust.decision.Reason;

/**
 * The token was issued for this service (RFC 9068 AT3, RFC 8725 section 3.9).
 *
 * @since 0.1.0
 */
public final class AudienceCheck extends IssuerRuleCheck {

	/**
	 * Create the check.
	 * @param issuers the trusted issuers
	 */
	public AudienceCheck(TrustedIssuers issuers) {
		super("token.audience", issuers);
	}

	@Override
	@Nullable Reason objection(Credential token, TrustedIssuer rules, Instant now) {
		List<String> audiences = token.audience();
		for (String audience : audiences) {
			if (rules.audiences().contains(audience)) {
				return null;
			}
		}
		return new Reason("token.audience",
				token.layout().audience() + " is " + audiences + ", needed one of " + rules.audiences());
	}

}
