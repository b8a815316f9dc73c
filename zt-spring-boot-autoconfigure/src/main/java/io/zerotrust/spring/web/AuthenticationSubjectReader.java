package io.zerotrust.spring.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;

/**
 * Reads identity, scopes and roles from the verified claims, where the issuer puts them,
 * and further roles from the authorities that the chain's converter derived from the
 * token. Looks at {@link Authentication#getName()} only where there is no token.
 *
 * @since 0.1.0
 */
public final class AuthenticationSubjectReader implements SubjectReader {

	private static final String ROLE_PREFIX = "ROLE_";

	private final Function<String, ClaimLayout> layouts;

	/**
	 * Create a reader for issuers that put things where the standards do.
	 */
	public AuthenticationSubjectReader() {
		this((issuer) -> ClaimLayout.standard());
	}

	/**
	 * Create a reader.
	 * @param layouts where an issuer, named by {@code iss}, puts things among the claims
	 */
	public AuthenticationSubjectReader(Function<String, ClaimLayout> layouts) {
		this.layouts = layouts;
	}

	@Override
	public Subject read(@Nullable Authentication authentication, CredentialKind presented) {
		if (authentication == null || !authentication.isAuthenticated()
				|| authentication instanceof AnonymousAuthenticationToken) {
			return Subject.anonymous();
		}
		Set<String> roles = roles(authentication.getAuthorities());
		Credential token = token(authentication, presented);
		return (token != null) ? token.layout().subject(token, roles)
				: LocalSubjects.of(authentication, presented, roles);
	}

	private @Nullable Credential token(Authentication authentication, CredentialKind presented) {
		// a token kept in a session is a session: it was not sent with the request
		boolean kept = presented == CredentialKind.SESSION;
		Jwt jwt = jwt(authentication);
		if (jwt != null) {
			return token(kept ? CredentialKind.SESSION : CredentialKind.JWT, Claims.of(jwt.getHeaders()),
					Claims.of(jwt.getClaims()));
		}
		if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token
				&& token.getToken() instanceof OAuth2AccessToken) {
			return token(kept ? CredentialKind.SESSION : CredentialKind.OPAQUE_TOKEN, Claims.none(),
					Claims.of(token.getTokenAttributes()));
		}
		return null;
	}

	private Credential token(CredentialKind kind, Claims header, Claims claims) {
		String issuer = claims.text("iss");
		return new Credential(kind, header, claims, this.layouts.apply((issuer != null) ? issuer : ""));
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

	private static Set<String> roles(Collection<? extends GrantedAuthority> authorities) {
		Set<String> roles = Set.of();
		for (GrantedAuthority authority : authorities) {
			String name = authority.getAuthority();
			if (name != null && name.startsWith(ROLE_PREFIX)) {
				roles = roles.isEmpty() ? new HashSet<>() : roles;
				roles.add(name.substring(ROLE_PREFIX.length()));
			}
		}
		return roles;
	}

}
