package io.zerotrust.spring.token;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;

/**
 * Introspects opaque tokens at one issuer where no thread may wait for it.
 *
 * @since 0.1.0
 */
public final class ReactiveIssuerIntrospector implements ReactiveOpaqueTokenIntrospector {

	private final IssuerIntrospector introspector;

	/**
	 * Create the introspector.
	 * @param introspector asks the issuer
	 */
	public ReactiveIssuerIntrospector(IssuerIntrospector introspector) {
		this.introspector = introspector;
	}

	@Override
	public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
		return Later.of(() -> this.introspector.introspection(token));
	}

}
