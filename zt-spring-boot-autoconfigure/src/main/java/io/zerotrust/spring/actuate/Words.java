package io.zerotrust.spring.actuate;

import java.util.Locale;

/**
 * How constants and texts are written for operators.
 */
final class Words {

	private static final int LONGEST = 1000;

	/**
	 * How every encoded JSON object begins, and so every JWT.
	 */
	private static final String TOKEN = "eyJ";

	private Words() {
	}

	static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return a text that a check or Spring Security wrote, without what looks like a
	 * token. None of zt's own has one; what others quote nobody knows.
	 */
	static String plain(String text) {
		int token = text.indexOf(TOKEN);
		if (token < 0) {
			return cut(text);
		}
		StringBuilder plain = new StringBuilder();
		int from = 0;
		while (token >= 0) {
			int end = endOfToken(text, token);
			plain.append(text, from, token).append("(a token)");
			from = end;
			token = text.indexOf(TOKEN, end);
		}
		return cut(plain.append(text, from, text.length()).toString());
	}

	private static int endOfToken(String text, int from) {
		int end = from;
		while (end < text.length() && isOfToken(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isOfToken(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.~+/=".indexOf(c) >= 0;
	}

	private static String cut(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST) + "…";
	}

	/**
	 * Return a text on one line: a name may hold what begins a new one in the log.
	 */
	static String line(String text) {
		StringBuilder printable = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean breaks = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
			printable.append(breaks ? '_' : c);
		}
		return printable.toString();
	}

}
