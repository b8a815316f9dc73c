package io.zerotrust.risk.learned;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

import io.zerotrust.risk.baseline.BaselineSection;

/**
 * Shared numbers as a part of snapshots.
 *
 * @param name what the part is called
 * @param cells the numbers, always in the same order
 */
record CellsSection(String name, List<Cells> cells) implements BaselineSection {

	@Override
	public int version() {
		return 1;
	}

	@Override
	public void write(DataOutput out) throws IOException {
		for (Cells each : this.cells) {
			out.writeInt(each.length());
			for (int i = 0; i < each.length(); i++) {
				out.writeLong(each.get(i));
			}
		}
	}

	@Override
	public Runnable read(DataInputStream in, int version) throws IOException {
		long[][] values = new long[this.cells.size()][];
		for (int i = 0; i < values.length; i++) {
			int length = in.readInt();
			if (length != this.cells.get(i).length()) {
				throw new IOException(
						this.name + " has room for " + this.cells.get(i).length() + " and not for " + length);
			}
			values[i] = new long[length];
			for (int j = 0; j < length; j++) {
				values[i][j] = in.readLong();
			}
		}
		return () -> restore(values);
	}

	private void restore(long[][] values) {
		for (int i = 0; i < values.length; i++) {
			for (int j = 0; j < values[i].length; j++) {
				this.cells.get(i).set(j, values[i][j]);
			}
		}
	}

}
