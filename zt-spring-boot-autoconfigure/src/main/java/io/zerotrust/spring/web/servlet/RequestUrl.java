package io.zerotrust.spring.web.servlet;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.web.ServiceUrl;

/**
 * Tells the URL by which the caller knows what it asks for.
 */
final class RequestUrl {

	private final @Nullable URI identifier;

	private final RequestAddress address;

	RequestUrl(@Nullable URI identifier, RequestAddress address) {
		this.identifier = identifier;
		this.address = address;
	}

	/**
	 * Return the URL, without query, its path as it came.
	 */
	String of(HttpServletRequest request) {
		return of(request, this.address.received(request).getRequestURI());
	}

	/**
	 * Return the URL of another path of the application. Spring's filter for forwarded
	 * headers makes a context path of the prefix, which stands in the URL already.
	 * @param path the path within the application
	 */
	String within(HttpServletRequest request, String path) {
		return of(request, this.address.received(request).getContextPath() + path);
	}

	private String of(HttpServletRequest request, String path) {
		HttpServletRequest received = this.address.received(request);
		return (this.identifier != null) ? ServiceUrl.of(this.identifier, path)
				: ServiceUrl.of(this.address.forwardedUrl(received), received.getScheme(), received.getServerName(),
						received.getServerPort(), path);
	}

}
