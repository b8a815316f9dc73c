package io.zerotrust.spring.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * A response that comes in parts, as it came over the wire until it ended.
 *
 * @param text head and body
 * @param ended whether the response ended at all
 * @param took how long it was open
 */
record Streamed(String text, boolean ended, Duration took) {

	private static final Duration PATIENCE = Duration.ofSeconds(6);

	/**
	 * Open a response and read it until it ends, for six seconds at most.
	 */
	static CompletableFuture<Streamed> open(int port, String target, String... headers) {
		CompletableFuture<Streamed> result = new CompletableFuture<>();
		Thread reader = new Thread(() -> {
			try {
				result.complete(read(port, target, headers));
			}
			catch (IOException | RuntimeException ex) {
				result.completeExceptionally(ex);
			}
		}, "reads " + target);
		reader.setDaemon(true);
		reader.start();
		return result;
	}

	private static Streamed read(int port, String target, String... headers) throws IOException {
		long start = System.nanoTime();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			String request = "GET " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n"
					+ String.join("\r\n", headers) + ((headers.length > 0) ? "\r\n\r\n" : "\r\n");
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			ByteArrayOutputStream text = new ByteArrayOutputStream();
			boolean ended = read(socket, text, start);
			return new Streamed(text.toString(StandardCharsets.UTF_8), ended,
					Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private static boolean read(Socket socket, ByteArrayOutputStream text, long start) throws IOException {
		InputStream in = socket.getInputStream();
		byte[] part = new byte[8192];
		while (true) {
			long left = PATIENCE.toMillis() - Duration.ofNanos(System.nanoTime() - start).toMillis();
			if (left <= 0) {
				return false;
			}
			socket.setSoTimeout((int) left);
			try {
				int length = in.read(part);
				if (length < 0) {
					return true;
				}
				text.write(part, 0, length);
			}
			catch (java.net.SocketTimeoutException ex) {
				return false;
			}
			catch (SocketException ex) {
				return true;
			}
			if (isWhole(text.toString(StandardCharsets.UTF_8))) {
				return true;
			}
		}
	}

	private static boolean isWhole(String text) {
		int body = text.indexOf("\r\n\r\n");
		int length = text.toLowerCase(java.util.Locale.ROOT).indexOf("\r\ncontent-length: ");
		if (length < 0 || length > body) {
			return text.endsWith("\r\n0\r\n\r\n");
		}
		int end = text.indexOf("\r\n", length + 2);
		return text.length() - body - 4 >= Integer.parseInt(text.substring(length + 18, end));
	}

	int status() {
		return Integer.parseInt(this.text.split(" ", 3)[1]);
	}

	/**
	 * Whether the response says that there is no more of it.
	 */
	boolean whole() {
		return isWhole(this.text);
	}

	/**
	 * The reason code of a refusal by zt; empty if it is not one.
	 */
	String code() {
		int start = this.text.indexOf("\"code\":\"") + 8;
		return (start < 8) ? "" : this.text.substring(start, this.text.indexOf('"', start));
	}

	static Streamed of(CompletableFuture<Streamed> opened) {
		try {
			return opened.get(PATIENCE.toSeconds() + 2, java.util.concurrent.TimeUnit.SECONDS);
		}
		catch (java.util.concurrent.ExecutionException | TimeoutException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
