package io.zerotrust.spring.web;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

/**
 * Reads a node as proxies write it: an address, in brackets or not, with or without a
 * port (RFC 7239, section 6).
 */
final class ForwardedNode {

	private ForwardedNode() {
	}

	/**
	 * Read an entry of a list, which may have spaces around and be quoted as a whole.
	 * @return the address, or {@code null} if the entry is another thing
	 */
	static @Nullable InetAddress ofEntry(String entry) {
		return of(unquoted(trimmed(entry)));
	}

	/**
	 * Read a node.
	 * @return the address, or {@code null} if the text is another thing: unknown,
	 * obfuscated, a name
	 */
	static @Nullable InetAddress of(String text) {
		if (text.startsWith("[")) {
			int close = text.indexOf(']');
			return (close > 0 && isPort(text, close + 1) && text.lastIndexOf(':', close) > 0)
					? ClientAddress.of(text.substring(1, close)) : null;
		}
		int colon = text.indexOf(':');
		if (colon < 0 || colon != text.lastIndexOf(':')) {
			return ClientAddress.of(text);
		}
		return isPort(text, colon) ? ClientAddress.of(text.substring(0, colon)) : null;
	}

	/**
	 * Whether a text ends here or goes on with a port, which may be obfuscated.
	 */
	private static boolean isPort(String text, int from) {
		if (from == text.length()) {
			return true;
		}
		int first = from + 1;
		if (text.charAt(from) != ':' || first == text.length()) {
			return false;
		}
		boolean hidden = text.charAt(first) == '_';
		for (int i = first; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean digit = c >= '0' && c <= '9';
			if (!digit && !(hidden && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || "._-".indexOf(c) >= 0))) {
				return false;
			}
		}
		return hidden ? text.length() - first > 1 : text.length() - first <= 5;
	}

	private static String trimmed(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && isSpace(text.charAt(from))) {
			from++;
		}
		while (to > from && isSpace(text.charAt(to - 1))) {
			to--;
		}
		return text.substring(from, to);
	}

	/**
	 * Whether a character may stand around list elements (RFC 9110, section 5.6.3).
	 */
	static boolean isSpace(char c) {
		return c == ' ' || c == '\t';
	}

	private static String unquoted(String text) {
		boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1) : text;
	}

}
