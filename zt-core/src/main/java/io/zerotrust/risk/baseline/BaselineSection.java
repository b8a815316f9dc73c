package io.zerotrust.risk.baseline;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A part of what is learned, as it stands in a snapshot. One thread at a time writes or
 * reads, while requests are served.
 *
 * @since 0.1.0
 */
public interface BaselineSection {

	/**
	 * Return what the part is called.
	 * @return the same name in every version, 1 to 64 characters of ASCII
	 */
	String name();

	/**
	 * Return how the part is written.
	 * @return the version, from 1; a reader knows every version up to its own
	 */
	int version();

	/**
	 * Write the part as it is now.
	 * @param out takes it
	 * @throws IOException if {@code out} does
	 */
	void write(DataOutput out) throws IOException;

	/**
	 * Read the part and change nothing yet. Counts are held against
	 * {@link DataInputStream#available()}, which is what is left of the part, before
	 * anything of that size is made.
	 * @param in what was written, and no byte more
	 * @param version the version it was written in
	 * @return puts what was read in place of what is there. It is run once all parts were
	 * read, also while requests are served, and does not fail
	 * @throws IOException if it cannot be read; then no part of the snapshot is used
	 */
	Runnable read(DataInputStream in, int version) throws IOException;

}
