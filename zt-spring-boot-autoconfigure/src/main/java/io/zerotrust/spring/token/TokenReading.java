package io.zerotrust.spring.token;

import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Reason;
import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.MalformedJwsException;

/**
 * Reads tokens strictly before somebody else does: a decoder of the application or of
 * Spring Boot takes more for a JWT than zt does.
 *
 * @since 0.1.0
 */
public final class TokenReading {

	private static final int DOTS_OF_JWS = 2;

	private static final int DOTS_OF_JWE = 4;

	private final int maxLength;

	private final boolean needed;

	private final boolean opaqueToo;

	/**
	 * Create the reading.
	 * @param maxLength the longest token to look at, in characters
	 * @param needed whether nobody of zt reads the tokens later
	 * @param opaqueToo whether tokens may be something else than JWTs
	 */
	public TokenReading(int maxLength, boolean needed, boolean opaqueToo) {
		this.maxLength = maxLength;
		this.needed = needed;
		this.opaqueToo = opaqueToo;
	}

	/**
	 * Return a reading that objects to nothing.
	 * @return the reading
	 */
	public static TokenReading none() {
		return new TokenReading(Integer.MAX_VALUE, false, true);
	}

	/**
	 * Whether tokens have to be read here.
	 * @return {@code false} if each is read strictly when it is decoded
	 */
	public boolean isNeeded() {
		return this.needed;
	}

	/**
	 * Read a token (RFC 8725, RFC 7515 section 3.1).
	 * @param token the token as it was sent
	 * @return what is wrong with it, or {@code null} if it may be decoded
	 */
	public @Nullable Reason objection(String token) {
		if (token.length() > this.maxLength) {
			return malformed("longer than " + this.maxLength + " characters");
		}
		int dots = dots(token);
		boolean shaped = dots == DOTS_OF_JWS || dots == DOTS_OF_JWE;
		if (!shaped || (this.opaqueToo && !isMeantAsJwt(token))) {
			return (shaped || this.opaqueToo) ? null : malformed("not a JWT");
		}
		return (dots == DOTS_OF_JWS) ? read(token) : encrypted(token);
	}

	/**
	 * Whether some decoder may take a token for a JWT. Nimbus skips what is no base64,
	 * and takes white space, comments and single quotes for JSON.
	 */
	private static boolean isMeantAsJwt(String token) {
		// {" in base64url
		if (token.startsWith("ey")) {
			return true;
		}
		String header = new Base64URL(token.substring(0, token.indexOf('.'))).decodeToString();
		return header.indexOf('{') >= 0 && (header.contains("alg") || header.contains("\\u"));
	}

	private @Nullable Reason read(String token) {
		try {
			CompactJws.read(token, this.maxLength);
			return null;
		}
		catch (MalformedJwsException ex) {
			return ex.isUnsigned() ? new Reason("token.algorithm", "alg is none")
					: malformed(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * What is encrypted nobody here can read; how it is written everybody can see.
	 */
	private static @Nullable Reason encrypted(String token) {
		for (int i = 0; i < token.length(); i++) {
			char c = token.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
					|| c == '_' || c == '.';
			if (!letter) {
				return malformed("a character is none of base64url");
			}
		}
		return null;
	}

	private static int dots(String token) {
		int dots = 0;
		for (int i = 0; i < token.length(); i++) {
			dots += (token.charAt(i) == '.') ? 1 : 0;
		}
		return dots;
	}

	private static Reason malformed(String detail) {
		return new Reason("token.malformed", detail);
	}

}
