package io.zerotrust.token.dpop;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The URI of a request without query and fragment, in the one form that all its spellings
 * have (RFC 9449 section 4.3 D7, D8; RFC 3986 sections 6.2.2 and 6.2.3).
 *
 * @since 0.1.0
 */
public final class TargetUri {

	private static final String HTTP = "http";

	private static final String HTTPS = "https";

	private static final int LAST_PORT = 65535;

	private TargetUri() {
	}

	/**
	 * Normalise a URI: lower case of scheme and host, no default port, unreserved
	 * characters decoded, other escapes in upper case, no dot segments, {@code /} for an
	 * empty path.
	 * @param uri an absolute URI
	 * @return the one form, or {@code null} if it is no URI of a web resource or tells a
	 * user
	 */
	public static @Nullable String normalise(String uri) {
		int separator = uri.indexOf("://");
		String scheme = (separator < 0) ? "" : uri.substring(0, separator).toLowerCase(Locale.ROOT);
		if (!scheme.equals(HTTP) && !scheme.equals(HTTPS)) {
			return null;
		}
		int end = end(uri);
		int start = separator + 3;
		int path = uri.indexOf('/', start);
		path = (path < 0 || path > end) ? end : path;
		String authority = (start > path) ? null : authority(uri.substring(start, path), scheme.equals(HTTPS));
		String escaped = UriText.path(uri.substring(path, end));
		if (authority == null || escaped == null) {
			return null;
		}
		return scheme + "://" + authority + DotSegments.remove(escaped);
	}

	/**
	 * Where query or fragment begins.
	 */
	private static int end(String uri) {
		for (int i = 0; i < uri.length(); i++) {
			if (uri.charAt(i) == '?' || uri.charAt(i) == '#') {
				return i;
			}
		}
		return uri.length();
	}

	private static @Nullable String authority(String authority, boolean secure) {
		int bracket = authority.indexOf(']');
		int colon = authority.indexOf(':', Math.max(bracket, 0));
		String host = UriText.host((colon < 0) ? authority : authority.substring(0, colon));
		int port = (colon < 0 || colon == authority.length() - 1) ? 0 : port(authority.substring(colon + 1));
		if (host == null || port < 0) {
			return null;
		}
		return (port == 0 || port == (secure ? 443 : 80)) ? host : host + ':' + port;
	}

	private static int port(String digits) {
		int port = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(i) - '0';
			if (digit < 0 || digit > 9 || port > LAST_PORT) {
				return -1;
			}
			port = port * 10 + digit;
		}
		return (port >= 1 && port <= LAST_PORT) ? port : -1;
	}

}
