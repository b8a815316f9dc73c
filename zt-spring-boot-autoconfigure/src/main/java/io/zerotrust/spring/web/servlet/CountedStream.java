package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

import io.zerotrust.spring.web.stream.Tally;

/**
 * Counts the bytes written to a stream, as long as they may be. Closing is refused too:
 * it would make a whole of a part.
 */
final class CountedStream extends ServletOutputStream {

	private final ServletOutputStream target;

	private final Tally tally;

	private final ServletStream body;

	CountedStream(ServletOutputStream target, Tally tally, ServletStream body) {
		this.target = target;
		this.tally = tally;
		this.body = body;
	}

	@Override
	public void write(int b) throws IOException {
		this.body.write();
		try {
			this.target.write(b);
			this.tally.add(1);
		}
		finally {
			this.body.written();
		}
	}

	@Override
	public void write(byte[] b, int off, int len) throws IOException {
		this.body.write();
		try {
			this.target.write(b, off, len);
			this.tally.add(len);
		}
		finally {
			this.body.written();
		}
	}

	@Override
	public void flush() throws IOException {
		this.body.write();
		try {
			this.target.flush();
		}
		finally {
			this.body.written();
		}
	}

	@Override
	public void close() throws IOException {
		this.body.write();
		try {
			this.target.close();
		}
		finally {
			this.body.written();
		}
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
