package io.zerotrust.spring.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;

/**
 * Reads identity and scopes from the verified claims and roles from the authorities that
 * the chain's converter derived from the token. Never looks at
 * {@link Authentication#getName()}.
 *
 * @since 0.1.0
 */
public final class AuthenticationSubjectReader implements SubjectReader {

	private static final String ROLE_PREFIX = "ROLE_";

	@Override
	public Subject read(@Nullable Authentication authentication) {
		if (authentication == null || !authentication.isAuthenticated()
				|| authentication instanceof AnonymousAuthenticationToken) {
			return Subject.anonymous();
		}
		Credential credential = credential(authentication);
		Claims claims = credential.claims();
		return new Subject(orEmpty(claims.text("iss")), orEmpty(claims.text("sub")), client(claims), scopes(claims),
				roles(authentication.getAuthorities()), credential);
	}

	private static Credential credential(Authentication authentication) {
		Jwt jwt = jwt(authentication);
		if (jwt != null) {
			return new Credential(CredentialKind.JWT, Claims.of(jwt.getHeaders()), Claims.of(jwt.getClaims()));
		}
		if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token
				&& token.getToken() instanceof OAuth2AccessToken) {
			Map<String, Object> attributes = token.getTokenAttributes();
			return new Credential(CredentialKind.OPAQUE_TOKEN, Claims.none(), Claims.of(attributes));
		}
		return Credential.of(CredentialKind.OTHER);
	}

	private static @Nullable Jwt jwt(Authentication authentication) {
		if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token) {
			return (token.getToken() instanceof Jwt jwt) ? jwt : null;
		}
		// a converter of the application's own may return a foreign type
		if (authentication.getCredentials() instanceof Jwt jwt) {
			return jwt;
		}
		return (authentication.getPrincipal() instanceof Jwt jwt) ? jwt : null;
	}

	private static String client(Claims claims) {
		String client = claims.text("client_id");
		return (client != null) ? client : orEmpty(claims.text("azp"));
	}

	private static Set<String> scopes(Claims claims) {
		String name = claims.has("scope") ? "scope" : "scp";
		String text = claims.text(name);
		return (text != null) ? split(text) : new HashSet<>(claims.texts(name));
	}

	/**
	 * Splits at spaces, as RFC 6749 section 3.3 has it.
	 */
	private static Set<String> split(String text) {
		Set<String> scopes = new HashSet<>();
		int start = 0;
		while (start < text.length()) {
			int end = text.indexOf(' ', start);
			end = (end < 0) ? text.length() : end;
			if (end > start) {
				scopes.add(text.substring(start, end));
			}
			start = end + 1;
		}
		return scopes;
	}

	private static Set<String> roles(Collection<? extends GrantedAuthority> authorities) {
		Set<String> roles = new HashSet<>();
		for (GrantedAuthority authority : authorities) {
			String name = authority.getAuthority();
			if (name != null && name.startsWith(ROLE_PREFIX)) {
				roles.add(name.substring(ROLE_PREFIX.length()));
			}
		}
		return roles;
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
