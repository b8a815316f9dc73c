package io.zerotrust.spring.web.servlet;

import java.io.IOException;

/**
 * The caller may no longer have the response. The container cuts the connection, so that
 * nobody takes a part for the whole.
 */
@SuppressWarnings("serial")
final class StreamClosedException extends IOException {

	StreamClosedException() {
		super("the caller may no longer have the response");
	}

	/**
	 * Nothing has failed, so there is no place to look for.
	 */
	@Override
	@SuppressWarnings("UnsynchronizedOverridesSynchronized")
	public Throwable fillInStackTrace() {
		return this;
	}

}
