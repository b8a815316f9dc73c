package io.zerotrust.token.jose;

import java.util.Arrays;

/**
 * Tells the one way to write bytes in base64url from all others (RFC 4648, sections 3.5
 * and 5).
 */
final class Base64Text {

	private static final byte[] VALUES = new byte[128];

	static {
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		Arrays.fill(VALUES, (byte) -1);
		for (int i = 0; i < alphabet.length(); i++) {
			VALUES[alphabet.charAt(i)] = (byte) i;
		}
	}

	private Base64Text() {
	}

	/**
	 * Whether a character is a letter of base64url.
	 */
	static boolean isLetter(char c) {
		return c < VALUES.length && VALUES[c] >= 0;
	}

	/**
	 * Whether letters are what an encoder would write.
	 * @param last the last letter
	 * @param length how many letters there are
	 * @return {@code true} if no other letters stand for the same bytes
	 */
	static boolean isCanonical(char last, int length) {
		int unused = switch (length % 4) {
			case 0 -> 0;
			case 2 -> 0b1111;
			case 3 -> 0b11;
			default -> -1;
		};
		return unused == 0 || (unused > 0 && (VALUES[last] & unused) == 0);
	}

}
