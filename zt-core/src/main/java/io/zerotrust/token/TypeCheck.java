package io.zerotrust.token;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.decision.Reason;

/**
 * The JWT is an access token and nothing else the issuer signs (RFC 9068 AT1, RFC 8725
 * sections 3.11 and 3.12).
 *
 * @since 0.1.0
 */
public final class TypeCheck extends IssuerRuleCheck {

	private static final String PREFIX = "application/";

	private static final String ACCESS_TOKEN = "at+jwt";

	private static final String[] ID_TOKEN_CLAIMS = { "nonce", "at_hash", "c_hash" };

	/**
	 * Create the check.
	 * @param issuers the trusted issuers
	 */
	public TypeCheck(TrustedIssuers issuers) {
		super("token.type", issuers);
	}

	@Override
	@Nullable Reason objection(Credential token, TrustedIssuer rules, Instant now) {
		if (token.kind() != CredentialKind.JWT) {
			return null;
		}
		String type = mediaType(token.header());
		if (ACCESS_TOKEN.equals(type)) {
			return rules.typeRequired() ? incomplete(token) : null;
		}
		if (rules.typeRequired() || !("jwt".equals(type) || type.isEmpty())) {
			return new Reason("token.type",
					"typ is '" + type + "', needed at+jwt" + (rules.typeRequired() ? "" : " or JWT"));
		}
		String mark = idTokenMark(token.claims());
		return (mark != null) ? new Reason("token.id-token", "an ID token is no access token; it has " + mark) : null;
	}

	/**
	 * What RFC 9068, section 2.2, demands beside what other checks do (AT6).
	 */
	private static @Nullable Reason incomplete(Credential token) {
		if (token.claims().text("jti") == null) {
			return new Reason("token.incomplete", "jti is missing");
		}
		return token.client().isEmpty()
				? new Reason("token.incomplete", "client is missing at " + token.layout().client()) : null;
	}

	private static String mediaType(Claims header) {
		String type = header.text("typ");
		if (type == null) {
			return header.has("typ") ? "?" : "";
		}
		String lower = type.toLowerCase(Locale.ROOT);
		String bare = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
		return bare.isEmpty() ? "?" : bare;
	}

	private static @Nullable String idTokenMark(Claims claims) {
		if ("id".equals(claims.text("token_use"))) {
			return "token_use=id";
		}
		if ("ID".equals(claims.text("typ"))) {
			return "typ=ID";
		}
		for (String claim : ID_TOKEN_CLAIMS) {
			if (claims.has(claim)) {
				return claim;
			}
		}
		return null;
	}

}
