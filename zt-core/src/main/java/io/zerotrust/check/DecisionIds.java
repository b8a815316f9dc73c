package io.zerotrust.check;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Makes decision ids: 128 random bits that nobody can guess and no caller can choose.
 *
 * @since 0.1.0
 */
public final class DecisionIds implements Supplier<String> {

	private static final int BYTES = 16;

	private static final HexFormat HEX = HexFormat.of();

	private final SecureRandom random;

	/**
	 * Create a source of ids.
	 * @param random where the bits come from
	 */
	public DecisionIds(SecureRandom random) {
		this.random = random;
	}

	@Override
	public String get() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return HEX.formatHex(bytes);
	}

}
