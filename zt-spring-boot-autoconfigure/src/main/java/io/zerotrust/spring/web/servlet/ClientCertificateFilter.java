package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.util.matcher.RequestMatcher;

import io.zerotrust.spring.web.ClientCertificateHeader;

/**
 * Takes the certificate a trusted proxy tells of. Stands behind the filter that
 * authenticates by certificate and before the one that reads tokens, so that a header
 * binds a token and authenticates nobody by itself.
 */
final class ClientCertificateFilter extends RequestFilter {

	private final Gatekeeper gatekeeper;

	private final ClientCertificates certificates;

	private final RequestMatcher filterEndpoints;

	/**
	 * Create the filter of a chain.
	 * @param filterEndpoints matches what other filters of the chain answer by rules of
	 * their own
	 */
	ClientCertificateFilter(Gatekeeper gatekeeper, ClientCertificates certificates, RequestMatcher filterEndpoints) {
		this.gatekeeper = gatekeeper;
		this.certificates = certificates;
		this.filterEndpoints = filterEndpoints;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean asked = request.getDispatcherType() == DispatcherType.REQUEST && !this.filterEndpoints.matches(request);
		if (asked && !this.certificates.take(request) && this.gatekeeper
			.refuse(this.gatekeeper.record(request, ClientCertificateHeader.MALFORMED), request, response)) {
			return;
		}
		chain.doFilter(request, response);
	}

}
