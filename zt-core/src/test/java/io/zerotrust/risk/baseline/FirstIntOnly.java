package io.zerotrust.risk.baseline;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Reads and writes one number.
 */
record FirstIntOnly(String name) implements BaselineSection {

	@Override
	public int version() {
		return 1;
	}

	@Override
	public void write(DataOutput out) throws IOException {
		out.writeInt(3);
	}

	@Override
	public Runnable read(DataInputStream in, int version) throws IOException {
		in.readInt();
		return () -> {
		};
	}

}
