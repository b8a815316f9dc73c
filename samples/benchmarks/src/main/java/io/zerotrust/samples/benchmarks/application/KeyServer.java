package io.zerotrust.samples.benchmarks.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/**
 * Serves the keys of the issuer, over HTTP as issuers do.
 */
final class KeyServer {

	private static final String URI = start();

	private KeyServer() {
	}

	/**
	 * Return where the keys are.
	 */
	static String uri() {
		return URI;
	}

	private static String start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			byte[] keys = Tokens.keys().toString().getBytes(StandardCharsets.UTF_8);
			server.createContext("/jwks", (exchange) -> {
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			// its threads must not keep the process alive
			Thread starter = new Thread(server::start);
			starter.setDaemon(true);
			starter.start();
			return "http://localhost:" + server.getAddress().getPort() + "/jwks";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
