package io.zerotrust.risk.learned;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what a person could be told by: 32 bits of an HMAC-SHA256 under a key that
 * lives as long as the process. Of an address only the network counts, the first 24 bits
 * of IPv4 and 48 of IPv6. The latest values are kept in a cache, so that not every
 * request costs an HMAC.
 */
final class Pseudonyms {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int IPV4 = 4;

	private static final int SITE = 6;

	private static final int MAPPED = 12;

	private static final long IPV6_MARK = 1L << 63;

	/**
	 * Nobody's device id is longer. What is, costs an HMAC each time and no room.
	 */
	private static final int LONGEST = 128;

	private final Cache<Object, Integer> cache = Caffeine.newBuilder()
		.maximumSize(4096)
		.executor(Runnable::run)
		.build();

	private final SecretKeySpec key;

	Pseudonyms(SecureRandom random) {
		byte[] key = new byte[32];
		random.nextBytes(key);
		this.key = new SecretKeySpec(key, ALGORITHM);
	}

	int network(@Nullable InetAddress address) {
		if (address == null) {
			return Sample.ABSENT;
		}
		long prefix = prefix(address.getAddress());
		Integer known = this.cache.getIfPresent(prefix);
		return (known != null) ? known
				: remember(prefix, hash((byte) 'n', ByteBuffer.allocate(Long.BYTES).putLong(prefix).array()));
	}

	int device(@Nullable String device) {
		if (device == null) {
			return Sample.ABSENT;
		}
		Integer known = this.cache.getIfPresent(device);
		if (known != null) {
			return known;
		}
		int hash = hash((byte) 'd', device.getBytes(StandardCharsets.UTF_8));
		return (device.length() > LONGEST) ? hash : remember(device, hash);
	}

	private int remember(Object value, int hash) {
		this.cache.put(value, hash);
		return hash;
	}

	private static long prefix(byte[] address) {
		boolean mapped = isMapped(address);
		int from = mapped ? MAPPED : 0;
		boolean four = mapped || address.length == IPV4;
		long prefix = 0;
		for (int i = 0; i < (four ? IPV4 - 1 : SITE); i++) {
			prefix = prefix << 8 | address[from + i] & 0xff;
		}
		return four ? prefix : prefix | IPV6_MARK;
	}

	private static boolean isMapped(byte[] address) {
		if (address.length == IPV4 || address[MAPPED - 2] != -1 || address[MAPPED - 1] != -1) {
			return false;
		}
		for (int i = 0; i < MAPPED - 2; i++) {
			if (address[i] != 0) {
				return false;
			}
		}
		return true;
	}

	private int hash(byte kind, byte[] value) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(kind);
			int hash = ByteBuffer.wrap(mac.doFinal(value)).getInt();
			return (hash != Sample.ABSENT) ? hash : 1;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM, ex);
		}
	}

}
