package io.zerotrust.samples.clinic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import com.sun.net.httpserver.HttpServer;

import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * The issuer of the test kit, with its keys published over HTTP as real ones do.
 */
final class PublishedIssuer implements AutoCloseable {

	private final HttpServer server;

	private final ZtTestIssuer issuer;

	PublishedIssuer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		String address = "http://127.0.0.1:" + this.server.getAddress().getPort();
		this.issuer = new ZtTestIssuer(address, "clinic", Clock.systemUTC());
		serve("/.well-known/openid-configuration", """
				{"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}"""
			.formatted(address));
		serve("/keys", this.issuer.publicKeys().toString());
		this.server.start();
	}

	ZtTestIssuer issuer() {
		return this.issuer;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void serve(String path, String document) {
		byte[] body = document.getBytes(StandardCharsets.UTF_8);
		this.server.createContext(path, (exchange) -> {
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

}
