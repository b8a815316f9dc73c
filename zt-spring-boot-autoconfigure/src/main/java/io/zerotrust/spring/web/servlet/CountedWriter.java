package io.zerotrust.spring.web.servlet;

import java.io.PrintWriter;

/**
 * Counts text by the bytes it takes in UTF-8. A writer directly around the container's,
 * since that alone knows of errors.
 */
final class CountedWriter extends PrintWriter {

	private final PrintWriter target;

	private final Tally tally;

	CountedWriter(PrintWriter target, Tally tally) {
		super(target);
		this.target = target;
		this.tally = tally;
	}

	@Override
	public void write(int c) {
		this.target.write(c);
		this.tally.add(bytes((char) c));
	}

	@Override
	public void write(char[] text, int off, int len) {
		this.target.write(text, off, len);
		for (int i = off; i < off + len; i++) {
			this.tally.add(bytes(text[i]));
		}
	}

	@Override
	public void write(String text, int off, int len) {
		this.target.write(text, off, len);
		for (int i = off; i < off + len; i++) {
			this.tally.add(bytes(text.charAt(i)));
		}
	}

	@Override
	public void println() {
		write(System.lineSeparator());
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
