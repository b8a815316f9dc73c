package io.zerotrust.token.jose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Claims;

/**
 * A JWT in compact form, read strictly (RFC 7515 section 3.1, RFC 8725) and not verified.
 * Whoever holds one knows that its text has three parts of canonical base64url, that
 * header and claims are JSON objects in UTF-8 without duplicate members at any depth,
 * that no header parameter is critical and that registered claims are of their types.
 *
 * @param header the parameters {@code alg}, {@code kid}, {@code typ} and {@code jwk};
 * what else may point to a key is left out
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
		return read(text, maxLength, null);
	}

	/**
	 * Read a token whose header may be known.
	 * @param text the token as it was sent
	 * @param maxLength the longest text to look at, in characters
	 * @param known headers that need not be read again, or {@code null} for none
	 * @return what stands in it
	 * @throws MalformedJwsException if a rule of reading is broken
	 */
	public static CompactJws read(String text, int maxLength, @Nullable KnownHeaders known)
			throws MalformedJwsException {
		JwsParts parts = JwsParts.of(text, maxLength);
		byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
		String encoded = text.substring(0, parts.payload() - 1);
		JwsHeaderText header = (known != null) ? known.get(encoded) : null;
		if (header == null) {
			header = JwsHeaderText.of(JsonText.object(decode(ascii, 0, parts.payload() - 1), "the header"));
		}
		if (parts.signature() == ascii.length) {
			throw new MalformedJwsException("the signature is empty");
		}
		Map<String, @Nullable Object> claims = JsonText.object(decode(ascii, parts.payload(), parts.signature() - 1),
				"the payload");
		RegisteredClaims.verify(claims);
		return new CompactJws(header.header(), some(header.members()), some(claims),
				Arrays.copyOf(ascii, parts.signature() - 1), new Base64URL(text.substring(parts.signature())));
	}

	private static ByteBuffer decode(byte[] ascii, int start, int end) {
		return Base64.getUrlDecoder().decode(ByteBuffer.wrap(ascii, start, end - start));
	}

	/**
	 * JSON knows null where Java's type of maps has no place to say so.
	 */
	@SuppressWarnings({ "unchecked", "NullAway" })
	private static Map<String, Object> some(Map<String, ?> members) {
		return (Map<String, Object>) members;
	}

	/**
	 * Return the header as it was sent.
	 * @return the first part of the text
	 */
	String encodedHeader() {
		int end = 0;
		while (this.signingInput[end] != '.') {
			end++;
		}
		return new String(this.signingInput, 0, end, StandardCharsets.ISO_8859_1);
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
