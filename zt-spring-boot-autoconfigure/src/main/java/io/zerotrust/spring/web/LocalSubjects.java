package io.zerotrust.spring.web;

import java.net.URL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;

/**
 * Names callers that this application, and no issuer of tokens, has authenticated. Their
 * issuer is a name of our own, so that nobody takes them for the subject of a token. Who
 * logged in at an OpenID provider is its subject, whatever else names him here.
 */
final class LocalSubjects {

	private static final String ISSUER = "urn:zt:local";

	private LocalSubjects() {
	}

	static Subject of(Authentication authentication, CredentialKind presented, Set<String> roles) {
		Credential credential = new Credential(presented, Claims.none(), Claims.of(login(authentication)));
		X509Certificate certificate = certificate(authentication);
		if (certificate != null) {
			return human(certificate.getIssuerX500Principal().getName(),
					certificate.getSubjectX500Principal().getName(), roles, credential);
		}
		// the name may be any claim, also one that users choose, and is that of one
		// provider among several
		if (authentication.getPrincipal() instanceof OidcUser user) {
			URL issuer = user.getIssuer();
			String subject = user.getSubject();
			if (issuer != null && subject != null) {
				return human(ISSUER + ':' + issuer.toExternalForm(), subject, roles, credential);
			}
		}
		return human(ISSUER, authentication.getName(), roles, credential);
	}

	private static Subject human(String issuer, String id, Set<String> roles, Credential credential) {
		return new Subject(issuer, id, "", SubjectKind.HUMAN, List.of(), Set.of(), roles, credential);
	}

	private static @Nullable X509Certificate certificate(Authentication authentication) {
		return (authentication.getCredentials() instanceof X509Certificate certificate) ? certificate : null;
	}

	/**
	 * When the caller logged in, as Spring Security remembers it with each factor.
	 */
	private static Map<String, Object> login(Authentication authentication) {
		Instant latest = null;
		for (GrantedAuthority authority : authentication.getAuthorities()) {
			if (authority instanceof FactorGrantedAuthority factor
					&& (latest == null || factor.getIssuedAt().isAfter(latest))) {
				latest = factor.getIssuedAt();
			}
		}
		Map<String, Object> claims = new HashMap<>();
		if (latest != null) {
			claims.put("auth_time", latest);
		}
		return claims;
	}

}
