package io.zerotrust.spring.web.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A request whose {@code Authorization} and {@code DPoP} headers nobody sees.
 */
final class NoCredentialsRequest extends HttpServletRequestWrapper {

	NoCredentialsRequest(HttpServletRequest request) {
		super(request);
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isHidden(name) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		List<String> names = Collections.list(super.getHeaderNames());
		names.removeIf(NoCredentialsRequest::isHidden);
		return Collections.enumeration(names);
	}

	private static boolean isHidden(String name) {
		return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name) || "DPoP".equalsIgnoreCase(name);
	}

}
