package io.zerotrust.risk.learned;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 under one key. Short values that come again are kept in a cache with their
 * hashes.
 */
final class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LENDERS = 16;

	/**
	 * What is longer costs an HMAC each time and no room.
	 */
	private static final int LONGEST = 128;

	private final AtomicReferenceArray<@Nullable Mac> idle = new AtomicReferenceArray<>(LENDERS);

	private final Cache<Object, Integer> cache = Caffeine.newBuilder()
		.maximumSize(4096)
		.executor(Runnable::run)
		.build();

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
		Integer known = this.cache.getIfPresent(text);
		if (known != null) {
			return known;
		}
		int hash = of(digest(text.getBytes(StandardCharsets.UTF_8)));
		if (text.length() <= LONGEST) {
			this.cache.put(text, hash);
		}
		return hash;
	}

	/**
	 * Return 32 bits of the hash of a number, never 0.
	 */
	int hash(long number) {
		Integer known = this.cache.getIfPresent(number);
		if (known != null) {
			return known;
		}
		int hash = of(digest(ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
		this.cache.put(number, hash);
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

}
