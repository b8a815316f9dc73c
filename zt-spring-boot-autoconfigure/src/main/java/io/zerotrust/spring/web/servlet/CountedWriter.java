package io.zerotrust.spring.web.servlet;

import java.io.PrintWriter;

import io.zerotrust.spring.web.stream.Tally;

/**
 * Counts text by the bytes it takes in UTF-8. A writer directly around the container's,
 * since that alone knows of errors.
 */
final class CountedWriter extends PrintWriter {

	private final PrintWriter target;

	private final Tally tally;

	private final ServletStream body;

	private volatile boolean closed;

	CountedWriter(PrintWriter target, Tally tally, ServletStream body) {
		super(target);
		this.target = target;
		this.tally = tally;
		this.body = body;
	}

	/**
	 * Run what writes, if more may be written. A writer can say otherwise only when it is
	 * asked for errors.
	 */
	private void write(Runnable write) {
		try {
			this.body.write();
		}
		catch (StreamClosedException ex) {
			this.closed = true;
			setError();
			return;
		}
		try {
			write.run();
		}
		finally {
			this.body.written();
		}
	}

	@Override
	public boolean checkError() {
		return this.closed || super.checkError();
	}

	@Override
	public void flush() {
		write(this.target::flush);
	}

	@Override
	public void close() {
		write(this.target::close);
	}

	@Override
	public void write(int c) {
		write(() -> {
			this.target.write(c);
			this.tally.add(bytes((char) c));
		});
	}

	@Override
	public void write(char[] text, int off, int len) {
		write(() -> {
			this.target.write(text, off, len);
			long bytes = 0;
			for (int i = off; i < off + len; i++) {
				bytes += bytes(text[i]);
			}
			this.tally.add(bytes);
		});
	}

	@Override
	public void write(String text, int off, int len) {
		write(() -> {
			this.target.write(text, off, len);
			long bytes = 0;
			for (int i = off; i < off + len; i++) {
				bytes += bytes(text.charAt(i));
			}
			this.tally.add(bytes);
		});
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
