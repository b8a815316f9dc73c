package io.zerotrust.access;

import org.jspecify.annotations.Nullable;

/**
 * Keys the caller proved to hold with this very request, beside the token it sent.
 *
 * @param key the SHA-256 thumbprint (RFC 7638) of the key that signed a verified DPoP
 * proof (RFC 9449), base64url without padding, or {@code null} if there was none
 * @param certificate the SHA-256 thumbprint of the client certificate as {@code x5t#S256}
 * has it (RFC 8705, section 3.1), or {@code null} if there was none
 * @since 0.1.0
 */
public record Possession(@Nullable String key, @Nullable String certificate) {

	private static final Possession NONE = new Possession(null, null);

	/**
	 * Return the possession of a caller that proved nothing.
	 * @return no keys
	 */
	public static Possession none() {
		return NONE;
	}

}
