package io.zerotrust.spring.web;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

/**
 * One element of a {@code Forwarded} header: what one proxy says of the one before it
 * (RFC 7239, section 4).
 */
final class ForwardedElement {

	private static final int MALFORMED = -1;

	private final String text;

	ForwardedElement(String text) {
		this.text = text;
	}

	/**
	 * Find where the element that ends somewhere starts. Goes from right to left, so that
	 * a quote left open by the caller cannot swallow what a proxy wrote behind it.
	 * @param line a line of the header
	 * @param end the end of the element, exclusive
	 * @return the start of the element
	 */
	static int start(String line, int end) {
		boolean quoted = false;
		for (int i = end - 1; i >= 0; i--) {
			char c = line.charAt(i);
			if (c == '"' && !(quoted && isEscaped(line, i))) {
				quoted = !quoted;
			}
			else if (c == ',' && !quoted) {
				return i + 1;
			}
		}
		return 0;
	}

	private static boolean isEscaped(String line, int quote) {
		int backslashes = 0;
		while (backslashes < quote && line.charAt(quote - 1 - backslashes) == '\\') {
			backslashes++;
		}
		return backslashes % 2 == 1;
	}

	/**
	 * Return the address in the {@code for} parameter.
	 * @return the address, or {@code null} if there is none, or more than one, or the
	 * element is malformed
	 */
	@Nullable InetAddress node() {
		String node = parameter("for");
		return (node != null) ? ForwardedNode.of(node) : null;
	}

	/**
	 * Return a parameter.
	 * @param name its name, in any case
	 * @return its value, or {@code null} if there is none, or more than one, or the
	 * element is malformed
	 */
	@Nullable String parameter(String name) {
		String found = null;
		for (int i = afterSpace(0); i < this.text.length(); i = afterSpace(i)) {
			if (this.text.charAt(i) == ';') {
				i++;
				continue;
			}
			int equals = afterName(i);
			int end = afterValue(equals + 1);
			if (end == MALFORMED || equals == i || this.text.charAt(equals) != '=') {
				return null;
			}
			if (equals - i == name.length() && this.text.regionMatches(true, i, name, 0, name.length())) {
				if (found != null) {
					return null;
				}
				found = value(equals + 1, end);
			}
			i = afterSpace(end);
			if (i < this.text.length() && this.text.charAt(i) != ';') {
				return null;
			}
		}
		return found;
	}

	private int afterSpace(int i) {
		while (i < this.text.length() && ForwardedNode.isSpace(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	private int afterName(int i) {
		while (i < this.text.length() && isPlain(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	private int afterValue(int i) {
		if (i >= this.text.length()) {
			return MALFORMED;
		}
		if (this.text.charAt(i) != '"') {
			int end = afterName(i);
			return (end > i) ? end : MALFORMED;
		}
		for (int j = i + 1; j < this.text.length(); j++) {
			char c = this.text.charAt(j);
			if (c == '"') {
				return j + 1;
			}
			if (c == '\\') {
				j++;
			}
		}
		return MALFORMED;
	}

	/**
	 * Whether a character may stand outside of quotes. More than the token of the
	 * standard: proxies forget to quote brackets and colons.
	 */
	private static boolean isPlain(char c) {
		return c > ' ' && c < 0x7f && "\"\\;,=".indexOf(c) < 0;
	}

	private String value(int from, int to) {
		if (this.text.charAt(from) != '"') {
			return this.text.substring(from, to);
		}
		if (this.text.indexOf('\\', from) < 0) {
			return this.text.substring(from + 1, to - 1);
		}
		StringBuilder value = new StringBuilder(to - from);
		for (int i = from + 1; i < to - 1; i++) {
			char c = this.text.charAt(i);
			value.append((c == '\\') ? this.text.charAt(++i) : c);
		}
		return value.toString();
	}

}
