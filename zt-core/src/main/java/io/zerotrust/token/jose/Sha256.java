package io.zerotrust.token.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * SHA-256 by the JDK, whatever other providers are installed: it is an intrinsic there.
 *
 * @since 0.1.0
 */
public final class Sha256 {

	private static final @Nullable Provider JDK = Security.getProvider("SUN");

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private Sha256() {
	}

	/**
	 * Return the hash of a text.
	 * @param text the text, hashed in UTF-8
	 * @return its SHA-256, base64url without padding
	 */
	public static String of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return the hash of bytes.
	 * @param bytes the bytes
	 * @return their SHA-256, base64url without padding
	 */
	public static String of(byte[] bytes) {
		return BASE64.encodeToString(digest().digest(bytes));
	}

	/**
	 * Compare texts in a time that does not tell where they differ.
	 * @param expected one of them
	 * @param given the other
	 * @return {@code true} if they are equal
	 */
	public static boolean same(String expected, String given) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return what computes hashes, for one thread.
	 * @return a new digest
	 */
	public static MessageDigest digest() {
		try {
			return (JDK != null) ? MessageDigest.getInstance("SHA-256", JDK) : MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
