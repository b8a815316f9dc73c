package io.zerotrust.spring.web.reactive;

import java.security.cert.X509Certificate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.CredentialKind;

/**
 * Tells how a caller without a token authenticated.
 */
final class PresentedCredentials {

	private static final String BASIC = "Basic ";

	private PresentedCredentials() {
	}

	static CredentialKind kind(ServerWebExchange exchange, @Nullable Authentication authentication) {
		if (authentication == null) {
			return CredentialKind.NONE;
		}
		if (authentication instanceof RememberMeAuthenticationToken) {
			return CredentialKind.OTHER;
		}
		if (CredentialFilter.before(exchange) == authentication) {
			// whoever is known before any credential is looked at is known by a session
			return CredentialKind.SESSION;
		}
		if (authentication.getCredentials() instanceof X509Certificate) {
			return CredentialKind.X509;
		}
		return (authentication instanceof UsernamePasswordAuthenticationToken && isBasic(exchange))
				? CredentialKind.BASIC : CredentialKind.OTHER;
	}

	private static boolean isBasic(ServerWebExchange exchange) {
		String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		return header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length());
	}

}
