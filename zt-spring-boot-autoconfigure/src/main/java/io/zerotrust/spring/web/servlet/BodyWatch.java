package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.io.PrintWriter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Notices whether anybody has given the response a body, or left that to the container.
 */
final class BodyWatch extends HttpServletResponseWrapper {

	private boolean touched;

	BodyWatch(HttpServletResponse response) {
		super(response);
	}

	/**
	 * Whether the response has neither a body nor an error page to come.
	 */
	boolean isBare() {
		return !this.touched && !isCommitted();
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		this.touched = true;
		return super.getOutputStream();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		this.touched = true;
		return super.getWriter();
	}

	@Override
	public void sendError(int status) throws IOException {
		this.touched = true;
		super.sendError(status);
	}

	@Override
	public void sendError(int status, @Nullable String message) throws IOException {
		this.touched = true;
		super.sendError(status, message);
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
		this.touched = true;
		super.sendRedirect(location, status, clearBuffer);
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) throws IOException {
		this.touched = true;
		super.sendRedirect(location, clearBuffer);
	}

	@Override
	public void sendRedirect(String location, int status) throws IOException {
		this.touched = true;
		super.sendRedirect(location, status);
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		this.touched = true;
		super.sendRedirect(location);
	}

}
