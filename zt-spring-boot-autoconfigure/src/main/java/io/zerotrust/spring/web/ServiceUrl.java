package io.zerotrust.spring.web;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes URLs of this service as its callers know them. Where the operator says by which
 * URL that is, it counts; the Host header is the caller's word, by which it could pass
 * off a proof that was made for another service.
 *
 * @since 0.1.0
 */
public final class ServiceUrl {

	private ServiceUrl() {
	}

	/**
	 * Write a URL below the one the operator says.
	 * @param identifier the URL callers know the service by
	 * @param path the path, as this service was asked for it
	 * @return the URL
	 */
	public static String of(URI identifier, String path) {
		return origin(identifier) + below(path(identifier), path);
	}

	/**
	 * Write a URL by what is known of a request.
	 * @param forwarded what a trusted proxy says, or {@code null} if none does
	 * @param scheme the scheme of the connection
	 * @param host the host that was asked
	 * @param port the port that was asked
	 * @param path the path, as this service was asked for it
	 * @return the URL
	 */
	public static String of(@Nullable ForwardedUrl forwarded, String scheme, String host, int port, String path) {
		if (forwarded != null) {
			return forwarded.scheme() + "://" + forwarded.authority() + forwarded.prefix() + path;
		}
		String lower = scheme.toLowerCase(Locale.ROOT);
		boolean usual = port == (lower.equals("https") ? 443 : 80);
		return lower + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port) + path;
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
