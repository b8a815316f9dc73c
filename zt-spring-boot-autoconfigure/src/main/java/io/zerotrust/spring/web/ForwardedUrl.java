package io.zerotrust.spring.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.dpop.TargetUri;

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
		if (proto == null || host == null || !isPlain(host, ".-_:[]") || !isPath(prefix)) {
			return null;
		}
		ForwardedUrl url = new ForwardedUrl(proto.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT), prefix);
		return url.isReal() ? url : null;
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
	 * Whether scheme and authority make a URL of the web.
	 */
	private boolean isReal() {
		String url = this.scheme + "://" + this.authority;
		try {
			// the one knows what ports are, the other what addresses are
			return TargetUri.normalise(url) != null && new URI(url).isAbsolute();
		}
		catch (URISyntaxException ex) {
			return false;
		}
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
