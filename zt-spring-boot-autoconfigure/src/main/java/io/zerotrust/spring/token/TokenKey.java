package io.zerotrust.spring.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;

/**
 * A token as caches know it: by its hash, so that none can be read out of memory (RFC
 * 7662, section 4).
 *
 * @param hash the SHA-256 of its text
 */
record TokenKey(ByteBuffer hash) {

	static TokenKey of(String token) {
		return new TokenKey(ByteBuffer.wrap(sha256().digest(token.getBytes(StandardCharsets.UTF_8))));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256", "SUN");
		}
		catch (NoSuchProviderException | NoSuchAlgorithmException ex) {
			return ofAnyProvider();
		}
	}

	private static MessageDigest ofAnyProvider() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
