package io.zerotrust.spring.web;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Reason;
import io.zerotrust.token.dpop.TargetUri;

/**
 * Reads token and proof from a request: one {@code Authorization} header, one
 * {@code DPoP} header (RFC 9449 section 4.3, D1).
 *
 * @since 0.1.0
 */
public final class ProofHeaders {

	/**
	 * The name of the header that carries the proof.
	 */
	public static final String NAME = "DPoP";

	private static final String SCHEME = "DPoP ";

	/**
	 * Those Spring's provider bears.
	 */
	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE");

	private ProofHeaders() {
	}

	/**
	 * Object to the headers of a request, before anybody verifies what stands in them.
	 * @param authorization the values of {@code Authorization}, one at least
	 * @param proofs the values of {@code DPoP}
	 * @param method the method of the request
	 * @param uri the URL of the request as {@link #uri(String)} has it
	 * @return why they are refused, or {@code null} if there is one token and one proof
	 */
	public static @Nullable Reason objection(List<String> authorization, List<String> proofs, String method,
			@Nullable String uri) {
		if (authorization.size() > 1) {
			return new Reason("credential.ambiguous", "more than one Authorization header");
		}
		if (token(authorization.get(0)) == null) {
			return new Reason("token.malformed", "no readable token behind DPoP");
		}
		if (proofs.size() != 1) {
			return proofs.isEmpty() ? new Reason("dpop.proof-missing", "no DPoP header")
					: new Reason("dpop.proof-ambiguous", proofs.size() + " DPoP headers");
		}
		if (proofs.get(0).isBlank()) {
			return new Reason("dpop.proof-malformed", "the DPoP header is empty");
		}
		if (!METHODS.contains(method)) {
			return new Reason("dpop.method", "no proof is verified for this method");
		}
		return (uri != null) ? null : new Reason("dpop.uri", "the URI of the request is none");
	}

	/**
	 * Read the token (RFC 9110, section 11.2: token68).
	 * @param authorization the value of {@code Authorization}
	 * @return the token, or {@code null} if there is none that can be read
	 */
	public static @Nullable String token(String authorization) {
		int start = SCHEME.length();
		boolean named = authorization.regionMatches(true, 0, SCHEME, 0, start);
		while (named && start < authorization.length() && authorization.charAt(start) == ' ') {
			start++;
		}
		String token = named ? authorization.substring(start) : "";
		int end = token.length();
		while (end > 0 && token.charAt(end - 1) == '=') {
			end--;
		}
		boolean readable = end > 0;
		for (int i = 0; i < end; i++) {
			char c = token.charAt(i);
			boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
			readable &= letter || "-._~+/".indexOf(c) >= 0;
		}
		return readable ? token : null;
	}

	/**
	 * Normalise the URL of a request.
	 * @param url the URL as the caller knows it
	 * @return the URL, or {@code null} if it is none
	 */
	public static @Nullable String uri(String url) {
		String uri = TargetUri.normalise(url);
		try {
			if (uri != null) {
				// what Spring's provider would throw for
				URI.create(uri).toURL();
			}
			return uri;
		}
		catch (IllegalArgumentException | MalformedURLException ex) {
			return null;
		}
	}

	/**
	 * Return the key that a token is bound to, by its claims.
	 * @param claims the claims of the verified token
	 * @return the thumbprint of the key, or {@code null} if there is none
	 */
	public static @Nullable String key(Map<String, Object> claims) {
		return (claims.get("cnf") instanceof Map<?, ?> confirmation && confirmation.get("jkt") instanceof String key)
				? key : null;
	}

}
