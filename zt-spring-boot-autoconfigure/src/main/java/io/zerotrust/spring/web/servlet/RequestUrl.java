package io.zerotrust.spring.web.servlet;

import java.net.URI;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.web.ForwardedUrl;

/**
 * Tells the URL by which the caller knows what it asks for. Where the operator says by
 * which URL the service is known, that counts; the Host header is the caller's word, by
 * which it could pass off a proof that was made for another service.
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
	 * Return the URL of another path of the application.
	 * @param path the path, context path included
	 */
	String of(HttpServletRequest request, String path) {
		HttpServletRequest received = this.address.received(request);
		URI known = this.identifier;
		if (known != null) {
			return origin(known) + below(path(known), path);
		}
		ForwardedUrl forwarded = this.address.forwardedUrl(received);
		if (forwarded != null) {
			return forwarded.scheme() + "://" + forwarded.authority() + forwarded.prefix() + path;
		}
		String scheme = received.getScheme().toLowerCase(Locale.ROOT);
		int port = received.getServerPort();
		boolean usual = port == (scheme.equals("https") ? 443 : 80);
		return scheme + "://" + received.getServerName().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port) + path;
	}

	/**
	 * Return scheme and authority of a URL.
	 */
	static String origin(URI url) {
		return url.getScheme() + "://" + url.getRawAuthority();
	}

	/**
	 * Return the path of a URL without a slash at its end.
	 */
	static String path(URI url) {
		String path = url.getRawPath();
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	/**
	 * A proxy may take the path of the identifier off, or leave it on.
	 */
	private static String below(String prefix, String path) {
		boolean there = path.startsWith(prefix)
				&& (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
		return there ? path : prefix + path;
	}

}
