package io.zerotrust.spring.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * The SHA-256 of a token, which stands for it where it must not be kept.
 */
record TokenDigest(long a, long b, long c, long d) {

	/**
	 * The JDK's own: others that may stand before it are slower at texts of this length.
	 */
	private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(TokenDigest::sha256);

	static TokenDigest of(String token) {
		ByteBuffer hash = ByteBuffer.wrap(SHA_256.get().digest(token.getBytes(StandardCharsets.UTF_8)));
		return new TokenDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256", "SUN");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public int hashCode() {
		return (int) this.a;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof TokenDigest that && this.a == that.a && this.b == that.b && this.c == that.c
				&& this.d == that.d;
	}

	@Override
	public String toString() {
		return "TokenDigest";
	}

}
