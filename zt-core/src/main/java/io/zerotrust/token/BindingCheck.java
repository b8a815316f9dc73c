package io.zerotrust.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Claims.Type;
import io.zerotrust.access.Credential;
import io.zerotrust.access.Possession;
import io.zerotrust.access.SenderConstraint;
import io.zerotrust.decision.Reason;
import io.zerotrust.token.Binding.Demand;
import io.zerotrust.token.jose.Sha256;

/**
 * Who uses a bound token proved to hold the key it is bound to: the one of a DPoP proof
 * (RFC 9449, section 7.1), the client certificate (RFC 8705, section 3), or both where it
 * is bound to both. A token bound in a way nobody here verifies is not taken at all.
 * Whether tokens may or must be bound is up to their issuer.
 *
 * @since 0.1.0
 */
public final class BindingCheck extends IssuerRuleCheck {

	/**
	 * Create the check.
	 * @param issuers the trusted issuers
	 */
	public BindingCheck(TrustedIssuers issuers) {
		super("token.binding", issuers);
	}

	@Override
	@Nullable Reason objection(Credential token, TrustedIssuer rules, Instant now) {
		Claims claims = token.claims();
		if (!claims.has("cnf")) {
			return required(rules.binding(), false, false);
		}
		boolean dpop = SenderConstraint.DPOP.binds(claims);
		boolean mtls = SenderConstraint.MTLS.binds(claims);
		Binding binding = rules.binding();
		if (claims.members("cnf").size() != (dpop ? 1 : 0) + (mtls ? 1 : 0) || !(dpop || mtls)) {
			return unsupported(claims, "only jkt and x5t#S256 can be proven");
		}
		if ((dpop && binding.dpop() == Demand.OFF) || (mtls && binding.mtls() == Demand.OFF)) {
			return unsupported(claims, "the issuer's rule is " + binding);
		}
		Reason unproven = dpop ? unproven(claims, SenderConstraint.DPOP, token.possession().key()) : null;
		if (unproven == null && mtls) {
			unproven = unproven(claims, SenderConstraint.MTLS, token.possession().certificate());
		}
		return (unproven != null) ? unproven : required(binding, dpop, mtls);
	}

	private static @Nullable Reason unproven(Claims claims, SenderConstraint way, @Nullable String proven) {
		String bound = way.boundKey(claims);
		if (bound.isEmpty()) {
			return unsupported(claims, way.member() + " is no text");
		}
		if (proven == null) {
			return new Reason("token.binding-missing", "bound by " + way.member() + ", nothing was proven");
		}
		return Sha256.same(bound, proven) ? null
				: new Reason("token.binding-mismatch", "bound by " + way.member() + " to another key");
	}

	private static @Nullable Reason required(Binding binding, boolean dpop, boolean mtls) {
		boolean byDpop = binding.dpop() == Demand.REQUIRED;
		boolean byMtls = binding.mtls() == Demand.REQUIRED;
		if ((!byDpop && !byMtls) || (byDpop && dpop) || (byMtls && mtls)) {
			return null;
		}
		return new Reason("token.binding-required", "the issuer's rule is " + binding);
	}

	private static Reason unsupported(Claims claims, String why) {
		String how = claims.isMalformed("cnf", Type.OBJECT) ? "no object" : claims.members("cnf").toString();
		return new Reason("token.binding-unsupported", "cnf is " + how + ": " + why);
	}

}
