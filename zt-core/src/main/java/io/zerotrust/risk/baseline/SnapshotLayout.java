package io.zerotrust.risk.baseline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

import javax.crypto.Mac;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.baseline.SnapshotResult.Cause;
import io.zerotrust.risk.baseline.SnapshotResult.Refused;

/**
 * Where everything is in a snapshot. No length in it is believed: it has to fit what is
 * there.
 *
 * @param created when it was made
 * @param fingerprint that of the secret it was written under
 * @param parts the sections
 * @param refused what is wrong with it, if something is; then the rest means nothing
 */
record SnapshotLayout(Instant created, String fingerprint, List<Part> parts, @Nullable Refused refused) {

	private static final int PART = Short.BYTES + 1 + 3 * Integer.BYTES;

	static SnapshotLayout of(byte[] bytes) {
		if (bytes.length < Long.BYTES + Integer.BYTES || ByteBuffer.wrap(bytes).getLong() != SnapshotFormat.MAGIC) {
			return corrupt("it does not begin like a snapshot");
		}
		ByteBuffer in = ByteBuffer.wrap(bytes).position(Long.BYTES);
		int format = in.getInt();
		if (format > SnapshotFormat.VERSION) {
			return refused(Cause.NEWER,
					"it has format " + format + ", and this zt reads formats up to " + SnapshotFormat.VERSION);
		}
		if (format < 1 || bytes.length < SnapshotFormat.SHORTEST) {
			return corrupt("it has no whole header");
		}
		in.limit(bytes.length - SnapshotFormat.SEAL);
		Instant created = Instant.ofEpochMilli(in.getLong());
		String fingerprint = hexadecimal(text(in, SnapshotFormat.FINGERPRINT));
		int count = in.getInt();
		if (fingerprint.isEmpty() || count < 0 || count > SnapshotFormat.MOST_SECTIONS) {
			return corrupt("it has no whole header");
		}
		return parts(in, count, created, fingerprint);
	}

	private static SnapshotLayout parts(ByteBuffer in, int count, Instant created, String fingerprint) {
		List<Part> parts = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (int i = 0; i < count; i++) {
			Part part = part(in);
			if (part == null || !names.add(part.name())) {
				return corrupt("section " + (i + 1) + " of " + count + " is not whole");
			}
			CRC32C crc = new CRC32C();
			crc.update(in.array(), part.start(), part.length());
			if ((int) crc.getValue() != part.crc()) {
				return corrupt("the checksum of section " + (i + 1) + " of " + count + " does not match");
			}
			parts.add(part);
		}
		return in.hasRemaining() ? corrupt("bytes are left over behind its sections")
				: new SnapshotLayout(created, fingerprint, parts, null);
	}

	private static @Nullable Part part(ByteBuffer in) {
		if (in.remaining() < PART) {
			return null;
		}
		int length = in.getShort() & 0xffff;
		if (length > SnapshotFormat.LONGEST_NAME || in.remaining() < length + 3 * Integer.BYTES) {
			return null;
		}
		String name = text(in, length);
		int version = in.getInt();
		int content = in.getInt();
		int crc = in.getInt();
		if (!SnapshotFormat.isName(name) || version < 1 || content < 0 || content > in.remaining()) {
			return null;
		}
		Part part = new Part(name, version, in.position(), content, crc);
		in.position(in.position() + content);
		return part;
	}

	private static String text(ByteBuffer in, int length) {
		String text = new String(in.array(), in.position(), length, StandardCharsets.ISO_8859_1);
		in.position(in.position() + length);
		return text;
	}

	private static String hexadecimal(String text) {
		return text.chars().allMatch((c) -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f') ? text : "";
	}

	boolean isSealed(byte[] bytes, Mac seal) {
		int end = bytes.length - SnapshotFormat.SEAL;
		seal.update(bytes, 0, end);
		byte[] found = Arrays.copyOfRange(bytes, end, bytes.length);
		return PseudonymKeys.same(seal.doFinal(), found);
	}

	private static SnapshotLayout corrupt(String detail) {
		return refused(Cause.CORRUPT, detail);
	}

	private static SnapshotLayout refused(Cause cause, String detail) {
		return new SnapshotLayout(Instant.EPOCH, "", List.of(), new Refused(cause, detail));
	}

	/**
	 * A section.
	 *
	 * @param name its name
	 * @param version how it was written
	 * @param start where its content begins
	 * @param length how long that is
	 * @param crc its CRC-32C, as it stands there
	 */
	record Part(String name, int version, int start, int length, int crc) {
	}

}
