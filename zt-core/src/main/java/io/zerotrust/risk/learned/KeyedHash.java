package io.zerotrust.risk.learned;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 under one key. Short values that came lately are kept with their hashes, in
 * tables of fixed size where the later takes the place of the earlier.
 */
final class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LENDERS = 16;

	private static final int KEPT = 8192;

	/**
	 * What is longer costs an HMAC each time and no room.
	 */
	private static final int LONGEST = 128;

	private final AtomicReferenceArray<@Nullable Mac> idle = new AtomicReferenceArray<>(LENDERS);

	private final AtomicReferenceArray<@Nullable Text> texts = new AtomicReferenceArray<>(KEPT);

	private final AtomicReferenceArray<@Nullable Number> numbers = new AtomicReferenceArray<>(KEPT);

	private final SecretKeySpec key;

	KeyedHash(SecretKeySpec key) {
		this.key = key;
	}

	/**
	 * Derive the key for a purpose.
	 */
	KeyedHash derive(String purpose) {
		return new KeyedHash(new SecretKeySpec(digest(purpose.getBytes(StandardCharsets.UTF_8)), ALGORITHM));
	}

	/**
	 * Return 32 bits of the hash of a short text, never 0.
	 */
	int hash(String text) {
		int code = text.hashCode();
		int place = (code ^ code >>> 13) & KEPT - 1;
		Text known = this.texts.get(place);
		if (known != null && known.text().equals(text)) {
			return known.hash();
		}
		int hash = of(digest(text.getBytes(StandardCharsets.UTF_8)));
		if (text.length() <= LONGEST) {
			this.texts.set(place, new Text(text, hash));
		}
		return hash;
	}

	/**
	 * Return 32 bits of the hash of a number, never 0.
	 */
	int hash(long number) {
		int place = (int) (number ^ number >>> 13) & KEPT - 1;
		Number known = this.numbers.get(place);
		if (known != null && known.number() == number) {
			return known.hash();
		}
		int hash = of(digest(ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
		this.numbers.set(place, new Number(number, hash));
		return hash;
	}

	private static int of(byte[] digest) {
		int hash = ByteBuffer.wrap(digest).getInt();
		return (hash != Sample.ABSENT) ? hash : 1;
	}

	byte[] digest(byte[] value) {
		int lender = (int) Thread.currentThread().getId() & LENDERS - 1;
		Mac mac = this.idle.getAndSet(lender, null);
		mac = (mac != null) ? mac : create();
		byte[] digest = mac.doFinal(value);
		this.idle.set(lender, mac);
		return digest;
	}

	private Mac create() {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM, ex);
		}
	}

	/**
	 * A text that came lately.
	 *
	 * @param text the text
	 * @param hash its hash
	 */
	private record Text(String text, int hash) {
	}

	/**
	 * A number that came lately.
	 *
	 * @param number the number
	 * @param hash its hash
	 */
	private record Number(long number, int hash) {
	}

}
