package io.zerotrust.token.jose;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Claims of one name and one type everywhere (RFC 7519, section 4.1; RFC 7800, section
 * 3.1).
 */
final class RegisteredClaims {

	private static final List<String> TEXTS = List.of("iss", "sub", "jti");

	private static final List<String> HASHES = List.of("jkt", "x5t#S256");

	private static final List<String> DATES = List.of("exp", "nbf", "iat");

	/**
	 * The last second of the year 9999.
	 */
	private static final double LAST = 253402300799d;

	private RegisteredClaims() {
	}

	/**
	 * Verify the types of the claims that are there.
	 * @param claims all claims
	 * @throws MalformedJwsException if one is of another type, or a date of no calendar
	 */
	static void verify(Map<String, @Nullable Object> claims) throws MalformedJwsException {
		for (String name : TEXTS) {
			if (claims.containsKey(name) && !(claims.get(name) instanceof String)) {
				throw wrong(name);
			}
		}
		for (String name : DATES) {
			if (claims.containsKey(name) && !isDate(claims.get(name))) {
				throw wrong(name);
			}
		}
		if (claims.containsKey("cnf") && !isConfirmation(claims.get("cnf"))) {
			throw wrong("cnf");
		}
		if (claims.containsKey("aud") && !isAudience(claims.get("aud"))) {
			throw wrong("aud");
		}
	}

	private static boolean isDate(@Nullable Object value) {
		return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= LAST;
	}

	/**
	 * The members that stand for keys are hashes (RFC 7800, RFC 8705, RFC 9449); others
	 * are refused later by whoever cannot verify them.
	 */
	private static boolean isConfirmation(@Nullable Object value) {
		if (!(value instanceof Map<?, ?> members)) {
			return false;
		}
		for (String hash : HASHES) {
			if (members.containsKey(hash) && !(members.get(hash) instanceof String)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAudience(@Nullable Object value) {
		if (!(value instanceof List<?> audiences)) {
			return value instanceof String;
		}
		for (Object audience : audiences) {
			if (!(audience instanceof String)) {
				return false;
			}
		}
		return true;
	}

	private static MalformedJwsException wrong(String name) {
		return new MalformedJwsException("the claim " + name + " is of the wrong type");
	}

}
