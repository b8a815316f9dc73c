package io.zerotrust.token.jose;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;

import io.zerotrust.access.Claims;

/**
 * A JWT in compact form, read strictly (RFC 7515 section 3.1, RFC 8725) and not verified.
 * Whoever holds one knows that its text has three parts of canonical base64url, that
 * header and claims are JSON objects in UTF-8 without duplicate members at any depth, and
 * that no header parameter is critical.
 *
 * @param header the header
 * @param members the members of the header, as they stand in the token
 * @param claims the claims, as they stand in the token
 * @param signingInput what was signed: header and claims as they were sent, in ASCII
 * @param signature the signature
 * @since 0.1.0
 */
public record CompactJws(JWSHeader header, Map<String, Object> members, Map<String, Object> claims, byte[] signingInput,
		Base64URL signature) {

	/**
	 * Read a token.
	 * @param text the token as it was sent
	 * @param maxLength the longest text to look at, in characters
	 * @return what stands in it
	 * @throws MalformedJwsException if a rule of reading is broken
	 */
	public static CompactJws read(String text, int maxLength) throws MalformedJwsException {
		if (text.length() > maxLength) {
			throw new MalformedJwsException("longer than " + maxLength + " characters");
		}
		try {
			SignedJWT jwt = SignedJWT.parse(text);
			Map<String, Object> claims = JSONObjectUtils.parse(jwt.getPayload().toString());
			return new CompactJws(jwt.getHeader(), jwt.getHeader().toJSONObject(), claims, jwt.getSigningInput(),
					jwt.getSignature());
		}
		catch (ParseException ex) {
			throw new MalformedJwsException("not a signed JWT");
		}
	}

	/**
	 * Return the issuer the token names.
	 * @return the value of {@code iss}, unverified; empty if it has none
	 */
	public String issuer() {
		return (claims().get("iss") instanceof String issuer) ? issuer : "";
	}

	/**
	 * Return the claims for reading by type.
	 * @return a view of the claims, unverified
	 */
	public Claims view() {
		return Claims.of(this.claims);
	}

	@Override
	public String toString() {
		return "CompactJws[" + this.header.getAlgorithm() + "]";
	}

}
