package io.zerotrust.token.dpop;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a proof says (RFC 9449, section 4.2).
 *
 * @param jti its id
 * @param htm the method it is for
 * @param htu the URI it is for
 * @param iat when it was made
 * @param ath the hash of the token it is for; empty if it says none
 * @param nonce the nonce of the service; empty if it has none
 */
record ProofClaims(String jti, String htm, String htu, Instant iat, String ath, String nonce) {

	private static final int LONGEST_ID = 256;

	/**
	 * Seconds no clock shows; beyond, arithmetic with instants could overflow.
	 */
	private static final double NEVER = 1e12;

	/**
	 * Read the claims.
	 * @return the claims, or {@code null} if one is missing or not of its type
	 */
	static @Nullable ProofClaims of(Map<String, Object> claims) {
		Instant iat = instant(claims.get("iat"));
		String ath = optional(claims, "ath");
		String nonce = optional(claims, "nonce");
		if (iat == null || ath == null || nonce == null) {
			return null;
		}
		if (claims.get("jti") instanceof String jti && claims.get("htm") instanceof String htm
				&& claims.get("htu") instanceof String htu && !jti.isEmpty() && jti.length() <= LONGEST_ID) {
			return new ProofClaims(jti, htm, htu, iat, ath, nonce);
		}
		return null;
	}

	private static @Nullable String optional(Map<String, Object> claims, String name) {
		Object value = claims.get(name);
		if (value == null) {
			return claims.containsKey(name) ? null : "";
		}
		return (value instanceof String text) ? text : null;
	}

	private static @Nullable Instant instant(@Nullable Object value) {
		if (!(value instanceof Number number)) {
			return null;
		}
		double seconds = number.doubleValue();
		// also false where it is not a number
		boolean real = Math.abs(seconds) < NEVER;
		return real ? Instant.ofEpochMilli((long) (seconds * 1000)) : null;
	}

}
