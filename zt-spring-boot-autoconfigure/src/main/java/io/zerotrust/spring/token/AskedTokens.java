package io.zerotrust.spring.token;

import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.MalformedJwsException;

/**
 * The tokens one issuer is asked about: those that are no JWTs, and JWTs that name it.
 * What a token says of itself decides only who looks at it.
 *
 * @param issuer the issuer that is asked
 * @param maxLength the longest token to look at, in characters
 */
record AskedTokens(String issuer, int maxLength) {

	boolean has(String token) {
		int dot = token.indexOf('.');
		// a header begins with {" in base64url
		boolean shaped = token.startsWith("ey") && dot > 0 && token.indexOf('.', dot + 1) > 0;
		if (!shaped) {
			return token.length() <= this.maxLength;
		}
		try {
			return CompactJws.read(token, this.maxLength).issuer().equals(this.issuer);
		}
		catch (MalformedJwsException ex) {
			return false;
		}
	}

}
