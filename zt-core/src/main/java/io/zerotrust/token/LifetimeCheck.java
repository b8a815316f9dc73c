package io.zerotrust.token;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.decision.Reason;

/**
 * The token says when it was issued and when it ends, is valid now and lives no longer
 * than allowed (RFC 9068 AT5 and AT6, OWASP ASVS 9.2.1).
 *
 * @since 0.1.0
 */
public final class LifetimeCheck extends IssuerRuleCheck {

	/**
	 * Spring Security's claim converter puts {@code iat} one second before {@code exp}
	 * where the token has none. No issuer means that.
	 */
	private static final Duration INVENTED = Duration.ofSeconds(1);

	/**
	 * Create the check.
	 * @param issuers the trusted issuers
	 */
	public LifetimeCheck(TrustedIssuers issuers) {
		super("token.lifetime", issuers);
	}

	@Override
	@Nullable Reason objection(Credential token, TrustedIssuer rules, Instant now) {
		Claims claims = token.claims();
		Instant expires = claims.instant("exp");
		if (expires == null) {
			return new Reason("token.exp-missing", "exp is missing");
		}
		Instant issued = claims.instant("iat");
		if (issued == null) {
			return new Reason("token.iat-missing", "iat is missing");
		}
		Duration lifetime = Duration.between(issued, expires);
		if (lifetime.equals(INVENTED)) {
			return new Reason("token.iat-missing", "iat is missing, or one second before exp");
		}
		Instant latest = now.plus(rules.clockSkew());
		if (!now.minus(rules.clockSkew()).isBefore(expires)) {
			return new Reason("token.expired", "expired at " + expires);
		}
		Instant notBefore = claims.instant("nbf");
		if (notBefore != null && notBefore.isAfter(latest)) {
			return new Reason("token.not-yet-valid", "not valid before " + notBefore);
		}
		if (issued.isAfter(latest)) {
			return new Reason("token.not-yet-valid", "issued in the future, at " + issued);
		}
		if (lifetime.isNegative() || lifetime.compareTo(rules.maxLifetime()) > 0) {
			return new Reason("token.lifetime", "lives " + lifetime + ", allowed " + rules.maxLifetime());
		}
		return null;
	}

}
