package io.zerotrust.spring.test;

import java.util.List;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;

import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * A decoder with the validators that Boot puts together from an issuer, an audience and a
 * type validator.
 */
final class TestDecoder {

	private TestDecoder() {
	}

	static JwtDecoder trusting(ZtTestIssuer issuer) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(issuer.publicKeys())).build();
		JwtClaimValidator<List<String>> audience = new JwtClaimValidator<>("aud",
				(claim) -> claim != null && claim.contains(issuer.audience()));
		decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
				List.of(new JwtIssuerValidator(issuer.issuer()), audience, accessTokenOrJwt())));
		return decoder;
	}

	static JwtTypeValidator accessTokenOrJwt() {
		JwtTypeValidator validator = new JwtTypeValidator("at+jwt", "application/at+jwt", "JWT");
		validator.setAllowEmpty(true);
		return validator;
	}

}
