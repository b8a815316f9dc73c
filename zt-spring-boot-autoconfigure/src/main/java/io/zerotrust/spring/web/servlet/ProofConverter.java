package io.zerotrust.spring.web.servlet;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

import io.zerotrust.decision.Reason;
import io.zerotrust.token.dpop.TargetUri;

/**
 * Reads token and proof from a request: one {@code Authorization} header, one
 * {@code DPoP} header (RFC 9449 section 4.3, D1). Never a bean: Spring would take it for
 * that of bearer tokens.
 */
final class ProofConverter implements AuthenticationConverter {

	private static final String SCHEME = "DPoP ";

	/**
	 * Those Spring's provider bears.
	 */
	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE");

	private final RequestUrl url;

	ProofConverter(RequestUrl url) {
		this.url = url;
	}

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		List<String> authorization = values(request, HttpHeaders.AUTHORIZATION);
		if (authorization.isEmpty()) {
			return null;
		}
		if (authorization.size() > 1) {
			throw refused("credential.ambiguous", "more than one Authorization header");
		}
		String token = token(authorization.get(0));
		String proof = proof(values(request, "DPoP"));
		if (!METHODS.contains(request.getMethod())) {
			throw refused("dpop.method", "no proof is verified for this method");
		}
		return new DPoPAuthenticationToken(token, proof, request.getMethod(), uri(request));
	}

	private static String proof(List<String> proofs) {
		if (proofs.size() != 1) {
			throw proofs.isEmpty() ? refused("dpop.proof-missing", "no DPoP header")
					: refused("dpop.proof-ambiguous", proofs.size() + " DPoP headers");
		}
		if (proofs.get(0).isBlank()) {
			throw refused("dpop.proof-malformed", "the DPoP header is empty");
		}
		return proofs.get(0);
	}

	/**
	 * Read the token (RFC 9110, section 11.2: token68).
	 */
	private static String token(String authorization) {
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
		if (!readable) {
			throw refused("token.malformed", "no readable token behind DPoP");
		}
		return token;
	}

	private String uri(HttpServletRequest request) {
		String uri = TargetUri.normalise(this.url.of(request));
		try {
			if (uri != null) {
				// what Spring's provider would throw for
				URI.create(uri).toURL();
				return uri;
			}
		}
		catch (IllegalArgumentException | MalformedURLException ex) {
			// said below
		}
		throw refused("dpop.uri", "the URI of the request is none");
	}

	private static List<String> values(HttpServletRequest request, String header) {
		Enumeration<String> values = request.getHeaders(header);
		return (values != null) ? Collections.list(values) : List.of();
	}

	private static AuthenticationException refused(String code, String detail) {
		return new ProofRefusedException(new Reason(code, detail)).asAuthenticationException();
	}

}
