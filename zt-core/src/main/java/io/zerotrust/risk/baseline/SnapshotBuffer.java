package io.zerotrust.risk.baseline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

import javax.crypto.Mac;

/**
 * A snapshot that is being written: it grows up to a limit, and what is known only later
 * is filled in.
 */
final class SnapshotBuffer extends OutputStream {

	private final int limit;

	private byte[] bytes;

	private int count;

	SnapshotBuffer(int limit) {
		this.limit = limit;
		this.bytes = new byte[Math.min(limit, 8192)];
	}

	@Override
	public void write(int b) throws IOException {
		makeRoom(1);
		this.bytes[this.count++] = (byte) b;
	}

	@Override
	public void write(byte[] b, int off, int len) throws IOException {
		Objects.checkFromIndexSize(off, len, b.length);
		makeRoom(len);
		System.arraycopy(b, off, this.bytes, this.count, len);
		this.count += len;
	}

	private void makeRoom(int more) throws IOException {
		if (more > this.limit - this.count) {
			throw new IOException("the snapshot is longer than the limit of " + this.limit + " bytes");
		}
		int needed = this.count + more;
		if (needed > this.bytes.length) {
			long grown = Math.min(this.limit, this.bytes.length * 2L);
			this.bytes = Arrays.copyOf(this.bytes, (int) Math.max(needed, grown));
		}
	}

	int size() {
		return this.count;
	}

	/**
	 * Fill in length and checksum before a content that is whole now.
	 */
	void complete(int start) {
		int content = start + 2 * Integer.BYTES;
		CRC32C crc = new CRC32C();
		crc.update(this.bytes, content, this.count - content);
		ByteBuffer.wrap(this.bytes, start, 2 * Integer.BYTES).putInt(this.count - content).putInt((int) crc.getValue());
	}

	byte[] sealed(Mac seal) {
		seal.update(this.bytes, 0, this.count);
		byte[] whole = Arrays.copyOf(this.bytes, this.count + SnapshotFormat.SEAL);
		byte[] end = seal.doFinal();
		System.arraycopy(end, 0, whole, this.count, SnapshotFormat.SEAL);
		return whole;
	}

}
