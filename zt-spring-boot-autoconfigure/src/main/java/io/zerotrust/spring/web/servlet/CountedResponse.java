package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.io.PrintWriter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.web.stream.Tally;

/**
 * Counts the bytes of the body that pass through it, as long as the caller may have it.
 * Text is counted as UTF-8 whatever its encoding.
 */
final class CountedResponse extends HttpServletResponseWrapper {

	private final Tally tally;

	private final ServletStream body;

	private @Nullable CountedStream stream;

	private @Nullable PrintWriter writer;

	CountedResponse(HttpServletResponse response, Tally tally, ServletStream body) {
		super(response);
		this.tally = tally;
		this.body = body;
	}

	/**
	 * Whether what is written to a response passes through a counted one.
	 */
	static boolean counts(ServletResponse response) {
		return response instanceof CountedResponse
				|| response instanceof ServletResponseWrapper wrapper && wrapper.isWrapperFor(CountedResponse.class);
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream target = super.getOutputStream();
		if (this.stream == null) {
			this.stream = new CountedStream(target, this.tally, this.body);
		}
		return this.stream;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter target = super.getWriter();
		if (this.writer == null) {
			this.writer = new CountedWriter(target, this.tally, this.body);
		}
		return this.writer;
	}

	@Override
	public void sendError(int status) throws IOException {
		super.sendError(status);
		this.tally.reset();
	}

	@Override
	public void sendError(int status, @Nullable String message) throws IOException {
		super.sendError(status, message);
		this.tally.reset();
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		super.sendRedirect(location);
		this.tally.reset();
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) throws IOException {
		super.sendRedirect(location, clearBuffer);
		restart(clearBuffer);
	}

	@Override
	public void sendRedirect(String location, int status) throws IOException {
		super.sendRedirect(location, status);
		this.tally.reset();
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
		super.sendRedirect(location, status, clearBuffer);
		restart(clearBuffer);
	}

	private void restart(boolean cleared) {
		if (cleared) {
			this.tally.reset();
		}
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		this.tally.reset();
	}

	/**
	 * Whoever resets a response may take the writer where the stream was taken before.
	 */
	@Override
	public void reset() {
		super.reset();
		this.tally.reset();
		this.stream = null;
		this.writer = null;
	}

}
