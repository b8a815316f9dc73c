package io.zerotrust.spring.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * Ways to read bound tokens in which Spring does not look at the binding.
 */
final class BoundTokens {

	private BoundTokens() {
	}

	/**
	 * A decoder that looks at the profile of RFC 9068 and at no binding.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ProfileDecoder {

		@Bean
		JwtDecoder profileDecoder(ZtTestIssuer issuer) throws JOSEException {
			NimbusJwtDecoder decoder = NimbusJwtDecoder
				.withPublicKey(issuer.publicKeys().getKeys().get(0).toRSAKey().toRSAPublicKey())
				.validateType(false)
				.build();
			decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
				.audience("orders")
				.issuer(issuer.issuer())
				.clientId("test-client")
				.build());
			return decoder;
		}

	}

	/**
	 * An issuer that knows tokens bound to the certificates of these journeys.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Introspection {

		@Bean
		OpaqueTokenIntrospector introspector() {
			return (token) -> {
				Instant now = Instant.now();
				Map<String, Object> claims = new HashMap<>(Map.of("iss", "https://idp.example.com", "sub", "alice",
						"aud", List.of("orders"), "scope", List.of("read"), "iat", now, "exp", now.plusSeconds(300)));
				if (!token.equals("unbound")) {
					claims.put("cnf", Map.of("x5t#S256", MutualTls.thumbprint(token)));
				}
				return new DefaultOAuth2AuthenticatedPrincipal(claims, List.of());
			};
		}

	}

}
