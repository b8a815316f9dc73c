package io.zerotrust.spring.token;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Hands tokens to whoever can tell what they are worth: the issuer that is asked, or the
 * keys of the others. What a token says of itself decides only who looks at it.
 *
 * @since 0.1.0
 */
public final class TokenDispatch implements AuthenticationProvider {

	private final AuthenticationProvider jwts;

	private final AuthenticationProvider asked;

	private final AskedTokens tokens;

	/**
	 * Create the dispatch.
	 * @param jwts verifies JWTs
	 * @param asked asks an issuer about tokens
	 * @param askedIssuer the issuer that is asked
	 * @param maxLength the longest token to look at, in characters
	 */
	public TokenDispatch(AuthenticationProvider jwts, AuthenticationProvider asked, String askedIssuer, int maxLength) {
		this.jwts = jwts;
		this.asked = asked;
		this.tokens = new AskedTokens(askedIssuer, maxLength);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		String token = ((BearerTokenAuthenticationToken) authentication).getToken();
		return (this.tokens.has(token) ? this.asked : this.jwts).authenticate(authentication);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
