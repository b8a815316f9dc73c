package io.zerotrust.spring.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises a list of strings with integer parameters, rule by rule as RFC 9651 has them
 * in its appendix C. Knows nothing of who writes them.
 */
final class StructuredList {

	private final String text;

	private int at;

	private StructuredList(String text) {
		this.text = text;
	}

	/**
	 * {@code sf-list = list-member *( OWS "," OWS list-member )}.
	 */
	static List<Item> parse(String text) {
		StructuredList list = new StructuredList(text);
		List<Item> items = new ArrayList<>();
		items.add(list.item());
		while (!list.isOver()) {
			list.optionalSpace();
			list.expect(',');
			list.optionalSpace();
			items.add(list.item());
		}
		return items;
	}

	/**
	 * {@code sf-item = bare-item parameters}, of bare items only {@code sf-string}.
	 */
	private Item item() {
		String name = string();
		Map<String, Long> parameters = new LinkedHashMap<>();
		while (!isOver() && peek() == ';') {
			this.at++;
			while (peek() == ' ') {
				this.at++;
			}
			String key = key();
			expect('=');
			if (parameters.put(key, integer()) != null) {
				throw new IllegalArgumentException("twice: " + key);
			}
		}
		return new Item(name, parameters);
	}

	/**
	 * {@code sf-string = DQUOTE *chr DQUOTE}, {@code chr = unescaped / escaped},
	 * {@code unescaped = %x20-21 / %x23-5B / %x5D-7E},
	 * {@code escaped = "\" ( DQUOTE / "\" )}.
	 */
	private String string() {
		expect('"');
		StringBuilder value = new StringBuilder();
		while (peek() != '"') {
			char c = next();
			if (c == '\\') {
				c = next();
				if (c != '"' && c != '\\') {
					throw new IllegalArgumentException("no escape at " + this.at);
				}
			}
			else if (!((c >= 0x20 && c <= 0x21) || (c >= 0x23 && c <= 0x5b) || (c >= 0x5d && c <= 0x7e))) {
				throw new IllegalArgumentException("no character of a string at " + this.at);
			}
			value.append(c);
		}
		expect('"');
		return value.toString();
	}

	/**
	 * {@code key = ( lcalpha / "*" ) *( lcalpha / DIGIT / "_" / "-" / "." / "*" )}.
	 */
	private String key() {
		int start = this.at;
		if (!isLower(peek()) && peek() != '*') {
			throw new IllegalArgumentException("no key at " + this.at);
		}
		while (!isOver() && (isLower(peek()) || isDigit(peek()) || "_-.*".indexOf(peek()) >= 0)) {
			this.at++;
		}
		return this.text.substring(start, this.at);
	}

	/**
	 * {@code sf-integer = ["-"] 1*15DIGIT}.
	 */
	private long integer() {
		int start = this.at;
		if (peek() == '-') {
			this.at++;
		}
		int digits = this.at;
		while (!isOver() && isDigit(peek())) {
			this.at++;
		}
		if (this.at == digits || this.at - digits > 15) {
			throw new IllegalArgumentException("no integer at " + start);
		}
		return Long.parseLong(this.text.substring(start, this.at));
	}

	private void optionalSpace() {
		while (!isOver() && (peek() == ' ' || peek() == '\t')) {
			this.at++;
		}
	}

	private void expect(char expected) {
		if (next() != expected) {
			throw new IllegalArgumentException("no " + expected + " at " + (this.at - 1));
		}
	}

	private char next() {
		char c = peek();
		this.at++;
		return c;
	}

	private char peek() {
		if (isOver()) {
			throw new IllegalArgumentException("over at " + this.at);
		}
		return this.text.charAt(this.at);
	}

	private boolean isOver() {
		return this.at >= this.text.length();
	}

	private static boolean isLower(char c) {
		return c >= 'a' && c <= 'z';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * A member of the list.
	 */
	record Item(String name, Map<String, Long> parameters) {

		/**
		 * A member of {@code RateLimit-Policy}: {@code q} not negative, {@code w}
		 * positive, both there.
		 */
		Item verifiedAsPolicy() {
			return verified("q", 0, "w", 1);
		}

		/**
		 * A member of {@code RateLimit}: {@code r} and {@code t} not negative.
		 */
		Item verifiedAsState() {
			return verified("r", 0, "t", 0);
		}

		private Item verified(String first, long least, String second, long leastOfSecond) {
			if (!List.copyOf(this.parameters.keySet()).equals(List.of(first, second))
					|| this.parameters.getOrDefault(first, -1L) < least
					|| this.parameters.getOrDefault(second, -1L) < leastOfSecond) {
				throw new IllegalArgumentException("not " + first + " and " + second + ": " + this.parameters);
			}
			return this;
		}

	}

}
