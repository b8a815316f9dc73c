package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;

import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuers;

/**
 * The kinds of token a filter chain of ours reads.
 *
 * @param jwt whether JWTs are verified
 * @param asked the issuer that is asked about tokens beside, or {@code null} if there is
 * none
 */
record TokenKinds(boolean jwt, @Nullable String asked) {

	/**
	 * Tell the kinds by the properties. Others bring decoders along that nobody asked
	 * for, an authorization server for one.
	 * @param introspector the type of beans that ask about tokens on this stack
	 */
	static TokenKinds of(ListableBeanFactory beans, Class<?> introspector) {
		List<TokenIssuer> verified = beans.getBeanProvider(TokenIssuers.class)
			.stream()
			.flatMap((issuers) -> issuers.all().stream())
			.toList();
		boolean jwt = beans.getBean(OAuth2ResourceServerProperties.class).getJwt().getIssuerUri() != null
				|| verified.stream().anyMatch((issuer) -> issuer.introspection() == null)
				|| beans.getBeanNamesForType(introspector).length == 0;
		String asked = verified.stream()
			.filter((issuer) -> issuer.introspection() != null)
			.map((issuer) -> issuer.rules().issuer())
			.findFirst()
			.orElse(null);
		return new TokenKinds(jwt, asked);
	}

}
