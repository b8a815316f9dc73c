package io.zerotrust.token;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimPath;
import io.zerotrust.access.Credential;
import io.zerotrust.decision.Reason;

/**
 * A token bound to a key is not taken as a bearer token (RFC 9449 D16, RFC 8705 M1). As
 * long as no proof of possession is verified, it is not taken at all.
 *
 * @since 0.1.0
 */
public final class BindingCheck extends TokenCheck {

	private static final ClaimPath JKT = ClaimPath.parse("/cnf/jkt");

	/**
	 * Create the check.
	 */
	public BindingCheck() {
		super("token.binding");
	}

	/**
	 * Whether the token is bound to a key alone, and the caller has proved to hold it.
	 */
	private static boolean isProven(Credential token) {
		String key = token.possession().key();
		return key != null && token.claims().members("cnf").equals(Set.of("jkt"))
				&& key.equals(token.claims().text(JKT));
	}

	@Override
	@Nullable Reason objection(Credential token, String issuer, Instant now) {
		if (!token.claims().has("cnf") || isProven(token)) {
			return null;
		}
		return new Reason("token.binding-unsupported", "bound by cnf " + token.claims().members("cnf"));
	}

}
