package io.zerotrust.samples.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.zerotrust.samples.client.TokenSigner;

/**
 * A service that believes everything, and the keys of an issuer.
 */
final class Upstream implements AutoCloseable {

	private final List<String> seen = new CopyOnWriteArrayList<>();

	private final RSAKey key;

	private final HttpServer server;

	Upstream() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("upstream").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> {
			this.seen.add(exchange.getRequestURI().getPath());
			answer(exchange, "{}");
		});
		this.server.createContext("/jwks",
				(exchange) -> answer(exchange, new JWKSet(this.key.toPublicJWK()).toString()));
		this.server.start();
	}

	private static void answer(HttpExchange exchange, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Return the paths of the requests that were passed on.
	 */
	List<String> seen() {
		return this.seen;
	}

	String sign(JWTClaimsSet claims) {
		return new TokenSigner(this.key).sign(claims);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
