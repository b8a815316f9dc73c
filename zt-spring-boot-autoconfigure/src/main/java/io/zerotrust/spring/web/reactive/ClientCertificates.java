package io.zerotrust.spring.web.reactive;

import java.security.cert.X509Certificate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.SslInfo;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.spring.web.CertificateThumbprint;
import io.zerotrust.spring.web.ClientCertificateHeader;

/**
 * Tells which certificate a caller showed: of the connection, as the server says, or of
 * the one a trusted proxy ended.
 */
final class ClientCertificates {

	private static final String FORWARDED = ClientCertificates.class.getName() + ".forwarded";

	private static final X509Certificate[] NONE = {};

	private final RequestAddress address;

	ClientCertificates(RequestAddress address) {
		this.address = address;
	}

	/**
	 * Take the certificate from the header of a trusted proxy; that of the connection,
	 * the proxy's, does not count from now on. A header of anybody else is not looked at.
	 * @return whether there was none to take, or one that could be read
	 */
	boolean take(ServerWebExchange exchange) {
		exchange.getAttributes().put(FORWARDED, NONE);
		List<String> lines = this.address.proxyLines(exchange, ClientCertificateHeader.NAME);
		if (lines.isEmpty()) {
			return true;
		}
		X509Certificate certificate = ClientCertificateHeader.read(lines);
		if (certificate != null) {
			exchange.getAttributes().put(FORWARDED, new X509Certificate[] { certificate });
		}
		return certificate != null;
	}

	/**
	 * Return the thumbprint of the certificate the caller showed (RFC 8705, section 3.1).
	 */
	static @Nullable String thumbprint(ServerWebExchange exchange) {
		X509Certificate @Nullable [] shown = exchange.getAttribute(FORWARDED);
		if (shown == null) {
			SslInfo connection = Received.request(exchange).getSslInfo();
			shown = (connection != null) ? connection.getPeerCertificates() : null;
		}
		return (shown != null && shown.length > 0) ? CertificateThumbprint.of(shown[0]) : null;
	}

}
