package io.zerotrust.risk.baseline;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.baseline.SnapshotResult.Cause;
import io.zerotrust.risk.baseline.SnapshotResult.Loaded;
import io.zerotrust.risk.baseline.SnapshotResult.Refused;

/**
 * Reads snapshots: all of it is verified, then all sections are read, and only then the
 * first of them is put in place. What is read is as long as it is, not as it says.
 */
final class SnapshotReader {

	private final PseudonymKeys keys;

	private final int limit;

	SnapshotReader(PseudonymKeys keys, int limit) {
		this.keys = keys;
		this.limit = limit;
	}

	/**
	 * Read a snapshot into sections.
	 * @throws IOException if {@code in} cannot be read to its end
	 */
	SnapshotResult read(InputStream in, Map<String, BaselineSection> sections) throws IOException {
		byte[] bytes = in.readNBytes(this.limit);
		if (in.read() >= 0) {
			return new Refused(Cause.CORRUPT, "it is longer than the limit of " + this.limit + " bytes");
		}
		SnapshotLayout layout = SnapshotLayout.of(bytes);
		Refused refused = (layout.refused() != null) ? layout.refused() : foreign(layout, bytes);
		return (refused != null) ? refused : read(layout, bytes, sections);
	}

	private @Nullable Refused foreign(SnapshotLayout layout, byte[] bytes) {
		if (!layout.fingerprint().equals(this.keys.fingerprint())) {
			return new Refused(Cause.OTHER_SECRET, "it was written under a secret with the fingerprint "
					+ layout.fingerprint() + ", that of the secret here is " + this.keys.fingerprint());
		}
		return layout.isSealed(bytes, this.keys.seal()) ? null
				: new Refused(Cause.CORRUPT, "its seal does not match its contents");
	}

	private static SnapshotResult read(SnapshotLayout layout, byte[] bytes, Map<String, BaselineSection> sections) {
		List<Runnable> staged = new ArrayList<>();
		List<String> read = new ArrayList<>();
		List<String> skipped = new ArrayList<>();
		for (SnapshotLayout.Part part : layout.parts()) {
			BaselineSection section = sections.get(part.name());
			if (section == null) {
				skipped.add(part.name());
				continue;
			}
			if (part.version() > section.version()) {
				return new Refused(Cause.NEWER, "its section " + part.name() + " has version " + part.version()
						+ ", and this zt reads versions up to " + section.version());
			}
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, part.start(), part.length()));
			try {
				staged.add(section.read(in, part.version()));
				if (in.read() >= 0) {
					return unreadable(part, "bytes are left over");
				}
			}
			catch (IOException | RuntimeException ex) {
				// a section that stumbles over its contents has not understood them
				return unreadable(part, ex.toString());
			}
			read.add(part.name());
		}
		staged.forEach(Runnable::run);
		return new Loaded(layout.created(), read, skipped, bytes.length);
	}

	private static Refused unreadable(SnapshotLayout.Part part, String why) {
		return new Refused(Cause.CORRUPT, "its section " + part.name() + " cannot be read: " + why);
	}

}
