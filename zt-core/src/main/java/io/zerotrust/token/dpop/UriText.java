package io.zerotrust.token.dpop;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Characters of URIs (RFC 3986, sections 2 and 3).
 */
final class UriText {

	private static final String UNRESERVED_MARKS = "-._~";

	private static final String SUB_DELIMITERS = "!$&'()*+,;=";

	private static final String HEX = "0123456789ABCDEF";

	private UriText() {
	}

	/**
	 * Normalise a path.
	 * @return the path, or {@code null} if it has characters no path has
	 */
	static @Nullable String path(String path) {
		return normalise(path, "/:@");
	}

	/**
	 * Normalise a host.
	 * @return the host in lower case, or {@code null} if it is none
	 */
	static @Nullable String host(String host) {
		if (host.isEmpty()) {
			return null;
		}
		if (host.charAt(0) == '[') {
			return literal(host) ? host.toLowerCase(Locale.ROOT) : null;
		}
		String normal = normalise(host, "");
		return (normal != null) ? lower(normal) : null;
	}

	private static boolean literal(String host) {
		for (int i = 1; i < host.length() - 1; i++) {
			char c = host.charAt(i);
			if (c != ':' && c != '.' && hex(c) < 0) {
				return false;
			}
		}
		return host.length() > 3 && host.charAt(host.length() - 1) == ']';
	}

	/**
	 * Lower case, but for escapes, whose form is the upper one.
	 */
	private static String lower(String host) {
		if (host.indexOf('%') < 0) {
			return host.toLowerCase(Locale.ROOT);
		}
		StringBuilder lower = new StringBuilder(host.length());
		for (int i = 0; i < host.length(); i++) {
			if (host.charAt(i) == '%') {
				lower.append(host, i, i + 3);
				i += 2;
			}
			else {
				lower.append(Character.toLowerCase(host.charAt(i)));
			}
		}
		return lower.toString();
	}

	private static @Nullable String normalise(String text, String others) {
		StringBuilder normal = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '%') {
				int octet = octet(text, i);
				if (octet < 0) {
					return null;
				}
				append(normal, octet);
				i += 2;
			}
			else if (isUnreserved(c) || SUB_DELIMITERS.indexOf(c) >= 0 || others.indexOf(c) >= 0) {
				normal.append(c);
			}
			else {
				return null;
			}
		}
		return normal.toString();
	}

	private static void append(StringBuilder normal, int octet) {
		if (isUnreserved((char) octet)) {
			normal.append((char) octet);
			return;
		}
		normal.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xf));
	}

	private static int octet(String text, int percent) {
		if (percent + 2 >= text.length()) {
			return -1;
		}
		int high = hex(text.charAt(percent + 1));
		int low = hex(text.charAt(percent + 2));
		return (high < 0 || low < 0) ? -1 : high << 4 | low;
	}

	private static int hex(char c) {
		return (c < 0x80) ? Character.digit(c, 16) : -1;
	}

	private static boolean isUnreserved(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED_MARKS.indexOf(c) >= 0;
	}

}
