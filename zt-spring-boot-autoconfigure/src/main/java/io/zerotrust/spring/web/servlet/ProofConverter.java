package io.zerotrust.spring.web.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.ProofHeaders;

/**
 * Hands token and proof of a request to Spring Security. Never a bean: Spring would take
 * it for that of bearer tokens.
 */
final class ProofConverter implements AuthenticationConverter {

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
		List<String> proofs = values(request, ProofHeaders.NAME);
		String uri = ProofHeaders.uri(this.url.of(request));
		Reason objection = ProofHeaders.objection(authorization, proofs, request.getMethod(), uri);
		if (objection != null) {
			throw new ProofRefusedException(objection).asAuthenticationException();
		}
		String token = Objects.requireNonNull(ProofHeaders.token(authorization.get(0)));
		return new DPoPAuthenticationToken(token, proofs.get(0), request.getMethod(), Objects.requireNonNull(uri));
	}

	private static List<String> values(HttpServletRequest request, String header) {
		Enumeration<String> values = request.getHeaders(header);
		return (values != null) ? Collections.list(values) : List.of();
	}

}
