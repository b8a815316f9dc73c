package io.zerotrust.token.dpop;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.zerotrust.token.jose.Sha256;

/**
 * Makes the nonces that proofs must contain (RFC 9449, sections 8 and 9), and keeps none:
 * each is the HMAC-SHA256 of a period of two minutes. The nonce of this period and of the
 * last do, so that each is good for two to four minutes. Whoever knows the secret knows
 * the nonces, nobody else.
 *
 * @since 0.1.0
 */
public final class Nonces {

	private static final String HMAC = "HmacSHA256";

	private static final int LEAST_SECRET = 32;

	private static final long PERIOD = Duration.ofMinutes(2).toMillis();

	/**
	 * How far the clocks of instances with one secret may be apart.
	 */
	private static final long SKEW = Duration.ofSeconds(10).toMillis();

	private static final int LENGTH = 18;

	private final SecretKeySpec secret;

	private volatile Period latest;

	/**
	 * Create the nonces of a secret. Instances with the same secret take each other's.
	 * @param secret at least 32 bytes
	 * @throws IllegalArgumentException if the secret is shorter
	 */
	public Nonces(byte[] secret) {
		if (secret.length < LEAST_SECRET) {
			throw new IllegalArgumentException("the secret must have at least 32 bytes: " + secret.length);
		}
		this.secret = new SecretKeySpec(secret, HMAC);
		this.latest = period(0);
	}

	/**
	 * Create nonces of a secret nobody knows.
	 * @param random makes up the secret
	 * @return nonces for one instance
	 */
	public static Nonces random(SecureRandom random) {
		byte[] secret = new byte[LEAST_SECRET];
		random.nextBytes(secret);
		return new Nonces(secret);
	}

	/**
	 * Return the nonce to give away.
	 * @param now the time
	 * @return a nonce of letters, digits, {@code -} and {@code _}
	 */
	public String current(Instant now) {
		return at(number(now.toEpochMilli())).nonce;
	}

	/**
	 * Return whether a nonce is of this period or the last.
	 * @param nonce what a caller sent
	 * @param now the time
	 * @return {@code true} if it is a recent one
	 */
	public boolean isRecent(String nonce, Instant now) {
		long millis = now.toEpochMilli();
		Period period = at(number(millis));
		boolean ahead = number(millis + SKEW) != period.number && Sha256.same(period.next, nonce);
		return Sha256.same(period.nonce, nonce) || Sha256.same(period.previous, nonce) || ahead;
	}

	/**
	 * Return whether a recent nonce will soon do no more, so that the caller wants
	 * another.
	 * @param nonce a recent nonce
	 * @param now the time
	 * @return {@code true} if it is of the last period
	 */
	public boolean isEnding(String nonce, Instant now) {
		return Sha256.same(at(number(now.toEpochMilli())).previous, nonce);
	}

	private static long number(long millis) {
		return Math.floorDiv(millis, PERIOD);
	}

	private Period at(long number) {
		Period known = this.latest;
		if (known.number == number) {
			return known;
		}
		Period period = period(number);
		this.latest = period;
		return period;
	}

	private Period period(long number) {
		return new Period(number, nonce(number - 1), nonce(number), nonce(number + 1));
	}

	private String nonce(long number) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.secret);
			byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, LENGTH));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("every Java has HMAC-SHA256", ex);
		}
	}

	@Override
	public String toString() {
		return "Nonces";
	}

	private record Period(long number, String previous, String nonce, String next) {
	}

}
