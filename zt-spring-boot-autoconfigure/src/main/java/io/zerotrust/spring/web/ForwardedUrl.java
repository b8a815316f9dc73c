package io.zerotrust.spring.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The part of a URL that a proxy changes, as the proxy next to us got it. Of a list the
 * last entry counts, which is its own.
 *
 * @param scheme http or https
 * @param authority host and, unless it is the usual one, port
 * @param prefix what the proxy took off the path; empty if nothing
 * @since 0.1.0
 */
public record ForwardedUrl(String scheme, String authority, String prefix) {

	/**
	 * Read what a proxy says.
	 * @param standard whether it writes {@code Forwarded} (RFC 7239) or the
	 * {@code X-Forwarded} headers
	 * @param headers returns the lines of a header by its name, in order
	 * @return the part, or {@code null} if scheme or host is missing or none, or the
	 * prefix is no plain path
	 */
	public static @Nullable ForwardedUrl read(boolean standard, Function<String, List<String>> headers) {
		String proto;
		String host;
		String prefix = "";
		if (standard) {
			ForwardedElement element = lastElement(headers.apply("Forwarded"));
			proto = element.parameter("proto");
			host = element.parameter("host");
		}
		else {
			proto = last(headers.apply("X-Forwarded-Proto"));
			host = withPort(last(headers.apply("X-Forwarded-Host")), last(headers.apply("X-Forwarded-Port")));
			prefix = prefix(last(headers.apply("X-Forwarded-Prefix")));
		}
		if (proto == null || host == null || !isHost(host) || !isPath(prefix)) {
			return null;
		}
		String scheme = proto.toLowerCase(Locale.ROOT);
		boolean known = scheme.equals("https") || scheme.equals("http");
		return known ? new ForwardedUrl(scheme, host.toLowerCase(Locale.ROOT), prefix) : null;
	}

	private static ForwardedElement lastElement(List<String> lines) {
		String line = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
		return new ForwardedElement(line.substring(ForwardedElement.start(line, line.length())));
	}

	private static @Nullable String last(List<String> lines) {
		if (lines.isEmpty()) {
			return null;
		}
		String line = lines.get(lines.size() - 1);
		String entry = line.substring(line.lastIndexOf(',') + 1).trim();
		return entry.isEmpty() ? null : entry;
	}

	private static @Nullable String withPort(@Nullable String host, @Nullable String port) {
		boolean has = host == null || host.lastIndexOf(':') > host.lastIndexOf(']');
		return (has || port == null) ? host : host + ":" + port;
	}

	private static String prefix(@Nullable String prefix) {
		if (prefix == null || !prefix.startsWith("/")) {
			return "";
		}
		int end = prefix.length();
		while (end > 0 && prefix.charAt(end - 1) == '/') {
			end--;
		}
		return prefix.substring(0, end);
	}

	/**
	 * Whether a text can stand for a host and port in a URL without changing its other
	 * parts.
	 */
	private static boolean isHost(String text) {
		return !text.isEmpty() && isPlain(text, ".-_:[]");
	}

	/**
	 * Whether a text can stand in front of a path without changing what stands behind it.
	 */
	private static boolean isPath(String text) {
		return isPlain(text, "/.-_~") && !text.contains("//") && !text.contains("/.");
	}

	private static boolean isPlain(String text, String others) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
			if (!plain && others.indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

}
