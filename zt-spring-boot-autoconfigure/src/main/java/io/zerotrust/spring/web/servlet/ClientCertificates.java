package io.zerotrust.spring.web.servlet;

import java.security.cert.X509Certificate;
import java.util.List;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.CertificateThumbprint;
import io.zerotrust.spring.web.ClientCertificateHeader;

/**
 * Tells which certificate a caller showed: of the connection, as the container says, or
 * of the one a trusted proxy ended.
 */
final class ClientCertificates {

	private static final String STANDARD = "jakarta.servlet.request.X509Certificate";

	private static final String FORWARDED = ClientCertificates.class.getName() + ".forwarded";

	private static final X509Certificate[] NONE = {};

	private final RequestAddress address;

	private final boolean observes;

	ClientCertificates(RequestAddress address, Mode mode) {
		this.address = address;
		this.observes = mode == Mode.OBSERVE;
	}

	/**
	 * Take the certificate from the header of a trusted proxy; that of the connection,
	 * the proxy's, does not count from now on. A header of anybody else is not looked at.
	 * @return whether there was none to take, or one that could be read
	 */
	boolean take(HttpServletRequest request) {
		request.setAttribute(FORWARDED, NONE);
		X509Certificate[] shown = NONE;
		List<String> lines = this.address.proxyLines(request, ClientCertificateHeader.NAME);
		if (!lines.isEmpty()) {
			X509Certificate certificate = ClientCertificateHeader.read(lines);
			if (certificate == null) {
				return false;
			}
			shown = new X509Certificate[] { certificate };
		}
		request.setAttribute(FORWARDED, shown);
		if (!this.observes) {
			// Spring's own validator looks there; what is removed the container puts back
			request.setAttribute(STANDARD, shown);
		}
		return true;
	}

	/**
	 * Return the thumbprint of the certificate the caller showed (RFC 8705, section 3.1).
	 */
	static @Nullable String thumbprint(ServletRequest request) {
		Object forwarded = request.getAttribute(FORWARDED);
		Object shown = (forwarded != null) ? forwarded : request.getAttribute(STANDARD);
		return (shown instanceof X509Certificate[] chain && chain.length > 0) ? CertificateThumbprint.of(chain[0])
				: null;
	}

}
