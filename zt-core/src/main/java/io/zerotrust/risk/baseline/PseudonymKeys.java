package io.zerotrust.risk.baseline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * The keys that networks, devices and objects are hashed under, one for each month of
 * UTC, all derived from one secret. Under a secret of the operator they are the same
 * after a restart and in every instance; without one they end with the process.
 *
 * @since 0.1.0
 */
public final class PseudonymKeys {

	/**
	 * How many characters a secret has at least.
	 */
	public static final int SHORTEST = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private static final int FINGERPRINT = 4;

	private static final int REFERENCE = 6;

	private final SecretKeySpec secret;

	private final boolean lasting;

	private final String fingerprint;

	private final SecretKeySpec seal;

	private volatile @Nullable Month month;

	private PseudonymKeys(byte[] secret, boolean lasting) {
		this.secret = new SecretKeySpec(secret, ALGORITHM);
		this.lasting = lasting;
		this.fingerprint = HexFormat.of().formatHex(derive("zt-risk-fingerprint"), 0, FINGERPRINT);
		this.seal = new SecretKeySpec(derive("zt-risk-snapshot"), ALGORITHM);
	}

	/**
	 * Make keys that end with the process.
	 * @param random makes the secret
	 * @return the keys
	 */
	public static PseudonymKeys of(SecureRandom random) {
		byte[] secret = new byte[SHORTEST];
		random.nextBytes(secret);
		return new PseudonymKeys(secret, false);
	}

	/**
	 * Make keys that last as long as a secret.
	 * @param secret the secret, kept from everybody who may read snapshots
	 * @return the keys
	 * @throws IllegalArgumentException if the secret has fewer than 32 characters; the
	 * message does not quote it
	 */
	public static PseudonymKeys of(String secret) {
		if (secret.length() < SHORTEST) {
			throw new IllegalArgumentException(
					"secret must have " + SHORTEST + " characters or more, and has " + secret.length());
		}
		return new PseudonymKeys(secret.getBytes(StandardCharsets.UTF_8), true);
	}

	/**
	 * Return whether the keys are the same after a restart.
	 * @return {@code true} if they come from a secret of the operator
	 */
	public boolean isLasting() {
		return this.lasting;
	}

	/**
	 * Return the key of what is told apart for longer than a month: principals, devices
	 * and objects.
	 * @return the key
	 */
	public SecretKeySpec lasting() {
		return new SecretKeySpec(derive("zt-risk"), ALGORITHM);
	}

	/**
	 * Return the key of a month.
	 * @param time a time in that month
	 * @return the key
	 */
	public SecretKeySpec current(Instant time) {
		return month(time).current();
	}

	/**
	 * Return the key of the month before. What was hashed under it is still somebody's.
	 * @param time a time in the month after it
	 * @return the key
	 */
	public SecretKeySpec previous(Instant time) {
		return month(time).previous();
	}

	/**
	 * Return what tells secrets apart and does not give them away.
	 * @return 8 hexadecimal digits
	 */
	public String fingerprint() {
		return this.fingerprint;
	}

	/**
	 * Return what stands for a subject in logs, the same each time while the secret is.
	 * @param issuer the issuer
	 * @param subject the subject
	 * @return 12 hexadecimal digits
	 */
	public String reference(String issuer, String subject) {
		byte[] hash = derive("zt-risk-reference " + issuer.length() + ' ' + issuer + subject);
		return HexFormat.of().formatHex(hash, 0, REFERENCE);
	}

	/**
	 * Start the hash that only who has the secret can make.
	 */
	Mac seal() {
		return mac(this.seal);
	}

	private Month month(Instant time) {
		long second = time.getEpochSecond();
		Month known = this.month;
		if (known == null || second < known.from() || second >= known.until()) {
			YearMonth month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
			known = new Month(start(month), start(month.plusMonths(1)), key(month), key(month.minusMonths(1)));
			this.month = known;
		}
		return known;
	}

	private SecretKeySpec key(YearMonth month) {
		return new SecretKeySpec(derive("zt-risk-" + month), ALGORITHM);
	}

	private static long start(YearMonth month) {
		return month.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
	}

	private byte[] derive(String purpose) {
		return mac(this.secret).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
	}

	private static Mac mac(SecretKeySpec key) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM, ex);
		}
	}

	static boolean same(byte[] one, byte[] other) {
		return MessageDigest.isEqual(one, other);
	}

	@Override
	public String toString() {
		return "keys " + this.fingerprint + (this.lasting ? "" : " of this process");
	}

	private record Month(long from, long until, SecretKeySpec current, SecretKeySpec previous) {
	}

}
