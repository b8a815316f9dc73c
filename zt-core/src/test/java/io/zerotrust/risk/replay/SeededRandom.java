package io.zerotrust.risk.replay;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Makes the same keys each time, so that hashes under them do not differ between runs.
 */
final class SeededRandom extends SecureRandom {

	@Serial
	private static final long serialVersionUID = 1;

	private final Random random;

	SeededRandom(long seed) {
		this.random = new Random(seed);
	}

	@Override
	public void nextBytes(byte[] bytes) {
		this.random.nextBytes(bytes);
	}

}
