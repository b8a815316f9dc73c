package io.zerotrust.token.dpop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * SHA-256 by the JDK, whatever other providers are installed: it is an intrinsic there.
 */
final class Sha256 {

	private static final @Nullable Provider JDK = Security.getProvider("SUN");

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private Sha256() {
	}

	/**
	 * Return the hash of a text, base64url without padding.
	 */
	static String of(String text) {
		return BASE64.encodeToString(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Compare texts in a time that does not tell where they differ.
	 */
	static boolean same(String expected, String given) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	private static MessageDigest digest() {
		try {
			return (JDK != null) ? MessageDigest.getInstance("SHA-256", JDK) : MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
