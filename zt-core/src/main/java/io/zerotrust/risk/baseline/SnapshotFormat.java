package io.zerotrust.risk.baseline;

/**
 * How a snapshot is written, all numbers big-endian: magic, format, time in milliseconds,
 * fingerprint of the secret, number of sections; of each name (two bytes of length,
 * ASCII), version, length, CRC-32C of its content and the content; at the end an
 * HMAC-SHA256 of everything before.
 */
final class SnapshotFormat {

	/**
	 * The line ends within it show whether somebody copied the file as text.
	 */
	static final long MAGIC = 0x5a54424c0d0a1a0aL;

	static final int VERSION = 1;

	static final int FINGERPRINT = 8;

	static final int SEAL = 32;

	static final int HEADER = Long.BYTES + Integer.BYTES + Long.BYTES + FINGERPRINT + Integer.BYTES;

	static final int SHORTEST = HEADER + SEAL;

	static final int MOST_SECTIONS = 64;

	static final int LONGEST_NAME = 64;

	private SnapshotFormat() {
	}

	static boolean isName(String name) {
		if (name.isEmpty() || name.length() > LONGEST_NAME) {
			return false;
		}
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) <= ' ' || name.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

}
