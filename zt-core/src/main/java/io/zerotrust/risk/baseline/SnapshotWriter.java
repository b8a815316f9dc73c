package io.zerotrust.risk.baseline;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Writes snapshots, within a limit of their length.
 */
final class SnapshotWriter {

	private final PseudonymKeys keys;

	private final int limit;

	SnapshotWriter(PseudonymKeys keys, int limit) {
		this.keys = keys;
		this.limit = limit;
	}

	/**
	 * Write the sections as they are now.
	 * @throws IOException if they are longer than the limit
	 */
	byte[] write(List<BaselineSection> sections, Instant created) throws IOException {
		SnapshotBuffer buffer = new SnapshotBuffer(this.limit - SnapshotFormat.SEAL);
		DataOutputStream out = new DataOutputStream(buffer);
		out.writeLong(SnapshotFormat.MAGIC);
		out.writeInt(SnapshotFormat.VERSION);
		out.writeLong(created.toEpochMilli());
		out.write(this.keys.fingerprint().getBytes(StandardCharsets.US_ASCII));
		out.writeInt(sections.size());
		for (BaselineSection section : sections) {
			out.writeUTF(section.name());
			out.writeInt(section.version());
			int start = buffer.size();
			out.writeLong(0);
			write(section, out);
			buffer.complete(start);
		}
		return buffer.sealed(this.keys.seal());
	}

	private static void write(BaselineSection section, DataOutputStream out) throws IOException {
		try {
			section.write(out);
		}
		catch (UTFDataFormatException | RuntimeException ex) {
			// its message may quote what is learned
			throw new IOException("section " + section.name() + " cannot be written: " + ex.getClass().getName());
		}
	}

}
