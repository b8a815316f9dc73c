package io.zerotrust.spring.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.zerotrust.token.jose.Sha256;

/**
 * The SHA-256 of a token, which stands for it where it must not be kept.
 */
record TokenDigest(long a, long b, long c, long d) {

	private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Sha256::digest);

	static TokenDigest of(String token) {
		ByteBuffer hash = ByteBuffer.wrap(SHA_256.get().digest(token.getBytes(StandardCharsets.UTF_8)));
		return new TokenDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
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
