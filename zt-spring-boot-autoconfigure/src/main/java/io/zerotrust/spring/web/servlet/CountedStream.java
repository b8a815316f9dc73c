package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Counts the bytes written to a stream.
 */
final class CountedStream extends ServletOutputStream {

	private final ServletOutputStream target;

	private final Tally tally;

	CountedStream(ServletOutputStream target, Tally tally) {
		this.target = target;
		this.tally = tally;
	}

	@Override
	public void write(int b) throws IOException {
		this.target.write(b);
		this.tally.add(1);
	}

	@Override
	public void write(byte[] b, int off, int len) throws IOException {
		this.target.write(b, off, len);
		this.tally.add(len);
	}

	@Override
	public void flush() throws IOException {
		this.target.flush();
	}

	@Override
	public void close() throws IOException {
		this.target.close();
	}

	@Override
	public boolean isReady() {
		return this.target.isReady();
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		this.target.setWriteListener(listener);
	}

}
