package io.zerotrust.spring.web.servlet;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Counts text by the bytes it takes in UTF-8.
 */
final class CountedWriter extends FilterWriter {

	private final Tally tally;

	CountedWriter(PrintWriter target, Tally tally) {
		super(target);
		this.tally = tally;
	}

	@Override
	public void write(int c) throws IOException {
		super.write(c);
		this.tally.add(bytes((char) c));
	}

	@Override
	public void write(char[] text, int off, int len) throws IOException {
		super.write(text, off, len);
		for (int i = off; i < off + len; i++) {
			this.tally.add(bytes(text[i]));
		}
	}

	@Override
	public void write(String text, int off, int len) throws IOException {
		super.write(text, off, len);
		for (int i = off; i < off + len; i++) {
			this.tally.add(bytes(text.charAt(i)));
		}
	}

	/**
	 * A surrogate is one half of four bytes.
	 */
	private static int bytes(char c) {
		if (c < 0x80) {
			return 1;
		}
		return (c < 0x800 || Character.isSurrogate(c)) ? 2 : 3;
	}

}
