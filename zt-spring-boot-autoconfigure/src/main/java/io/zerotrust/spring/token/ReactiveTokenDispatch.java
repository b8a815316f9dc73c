package io.zerotrust.spring.token;

import reactor.core.publisher.Mono;

import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Hands tokens to whoever can tell what they are worth, as {@link TokenDispatch} does,
 * where no thread may wait.
 *
 * @since 0.1.0
 */
public final class ReactiveTokenDispatch implements ReactiveAuthenticationManager {

	private final ReactiveAuthenticationManager jwts;

	private final ReactiveAuthenticationManager asked;

	private final AskedTokens tokens;

	/**
	 * Create the dispatch.
	 * @param jwts verifies JWTs
	 * @param asked asks an issuer about tokens
	 * @param askedIssuer the issuer that is asked
	 * @param maxLength the longest token to look at, in characters
	 */
	public ReactiveTokenDispatch(ReactiveAuthenticationManager jwts, ReactiveAuthenticationManager asked,
			String askedIssuer, int maxLength) {
		this.jwts = jwts;
		this.asked = asked;
		this.tokens = new AskedTokens(askedIssuer, maxLength);
	}

	@Override
	public Mono<Authentication> authenticate(Authentication authentication) {
		if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
			return Mono.empty();
		}
		return (this.tokens.has(bearer.getToken()) ? this.asked : this.jwts).authenticate(authentication);
	}

}
