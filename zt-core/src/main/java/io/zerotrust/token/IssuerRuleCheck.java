package io.zerotrust.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Credential;
import io.zerotrust.decision.Reason;

/**
 * A rule that depends on the issuer of the token.
 */
abstract class IssuerRuleCheck extends TokenCheck {

	private final TrustedIssuers issuers;

	IssuerRuleCheck(String name, TrustedIssuers issuers) {
		super(name);
		this.issuers = issuers;
	}

	@Override
	final @Nullable Reason objection(Credential token, String issuer, Instant now) {
		TrustedIssuer rules = this.issuers.rulesFor(issuer);
		if (rules == null) {
			return IssuerCheck.unknown(issuer);
		}
		return objection(token, rules, now);
	}

	abstract @Nullable Reason objection(Credential token, TrustedIssuer rules, Instant now);

}
