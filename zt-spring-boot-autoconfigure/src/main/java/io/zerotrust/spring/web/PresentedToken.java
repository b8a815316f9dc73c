package io.zerotrust.spring.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Where a request carries a token (RFC 6750 section 2, RFC 9449 section 7.1).
 *
 * @since 0.1.0
 */
public final class PresentedToken {

	private static final String BEARER = "Bearer";

	private static final String DPOP = "DPoP";

	private static final String PARAMETER = "access_token";

	private PresentedToken() {
	}

	/**
	 * Whether a header is meant to carry a token, readable or not.
	 */
	public static boolean isMeant(@Nullable String authorization) {
		return authorization != null && (starts(authorization, BEARER) || starts(authorization, DPOP));
	}

	/**
	 * Return the token of a header.
	 * @return the token, or {@code null} if the header is of another scheme
	 */
	public static @Nullable String of(@Nullable String authorization) {
		if (authorization == null || !isMeant(authorization)) {
			return null;
		}
		int space = authorization.indexOf(' ');
		int scheme = starts(authorization, BEARER) ? BEARER.length() : DPOP.length();
		return (space == scheme) ? authorization.substring(space + 1) : null;
	}

	/**
	 * Whether a query has a token, under whatever spelling of its name. The body is not
	 * looked at: nobody reads it before the caller is known.
	 */
	public static boolean isInQuery(@Nullable String query) {
		if (query == null || query.isEmpty()) {
			return false;
		}
		int start = 0;
		while (start <= query.length()) {
			int end = query.indexOf('&', start);
			end = (end < 0) ? query.length() : end;
			int equals = query.indexOf('=', start);
			int name = (equals < 0 || equals > end) ? end : equals;
			if (isParameter(query, start, name)) {
				return true;
			}
			start = end + 1;
		}
		return false;
	}

	private static boolean isParameter(String query, int start, int end) {
		if (query.indexOf('%', start) < 0 || query.indexOf('%', start) > end) {
			return end - start == PARAMETER.length() && query.startsWith(PARAMETER, start);
		}
		try {
			return URLDecoder.decode(query.substring(start, end), StandardCharsets.UTF_8).equals(PARAMETER);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean starts(String authorization, String scheme) {
		return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
	}

}
