package io.zerotrust.token;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Claims.Type;
import io.zerotrust.access.Credential;
import io.zerotrust.decision.Reason;

/**
 * Registered claims have the types the standards give them, and there is a subject. Runs
 * before the other token checks, which read a malformed claim as an absent one.
 *
 * @since 0.1.0
 */
public final class WellFormedCheck extends TokenCheck {

	private static final Map<String, Type> TYPES = Map.ofEntries(Map.entry("iss", Type.TEXT),
			Map.entry("sub", Type.TEXT), Map.entry("aud", Type.TEXTS), Map.entry("exp", Type.INSTANT),
			Map.entry("iat", Type.INSTANT), Map.entry("nbf", Type.INSTANT), Map.entry("auth_time", Type.INSTANT),
			Map.entry("jti", Type.TEXT), Map.entry("scope", Type.TEXTS), Map.entry("scp", Type.TEXTS),
			Map.entry("client_id", Type.TEXT), Map.entry("azp", Type.TEXT), Map.entry("acr", Type.TEXT),
			Map.entry("amr", Type.TEXTS), Map.entry("cnf", Type.OBJECT), Map.entry("act", Type.OBJECT),
			Map.entry("sid", Type.TEXT));

	/**
	 * Create the check.
	 */
	public WellFormedCheck() {
		super("token.claims");
	}

	@Override
	@Nullable Reason objection(Credential token, String issuer, Instant now) {
		Claims claims = token.claims();
		for (Map.Entry<String, Type> entry : TYPES.entrySet()) {
			if (claims.isMalformed(entry.getKey(), entry.getValue())) {
				return new Reason("token.malformed", entry.getKey() + " is not " + entry.getValue());
			}
		}
		String subject = claims.text("sub");
		return (subject == null || subject.isBlank()) ? new Reason("token.subject-missing", "sub is missing") : null;
	}

}
