package io.zerotrust.spring.test.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;

import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * Builds the decoder that Boot would build from the same properties, but for the keys and
 * the clock.
 */
final class TestJwtDecoderFactory {

	private TestJwtDecoderFactory() {
	}

	static JwtDecoder create(ZtTestIssuer issuer, OAuth2ResourceServerProperties.Jwt properties, Clock clock,
			Stream<OAuth2TokenValidator<Jwt>> additional) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(issuer.publicKeys()))
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.build();
		decoder.setJwtValidator(validator(properties, clock, additional));
		return decoder;
	}

	/**
	 * A property that is not set is not checked, as with Boot: a stricter test would show
	 * a protection that production lacks.
	 */
	private static OAuth2TokenValidator<Jwt> validator(OAuth2ResourceServerProperties.Jwt properties, Clock clock,
			Stream<OAuth2TokenValidator<Jwt>> additional) {
		List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
		if (properties.getIssuerUri() != null) {
			validators.add(new JwtIssuerValidator(properties.getIssuerUri()));
		}
		if (!properties.getAudiences().isEmpty()) {
			validators.add(audience(properties.getAudiences()));
		}
		additional.forEach(validators::add);
		if (validators.stream().noneMatch(JwtTimestampValidator.class::isInstance)) {
			JwtTimestampValidator timestamps = new JwtTimestampValidator();
			timestamps.setClock(clock);
			validators.add(timestamps);
		}
		return JwtValidators.createDefaultWithValidators(validators);
	}

	private static OAuth2TokenValidator<Jwt> audience(List<String> audiences) {
		return new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
				(claim) -> claim != null && !Collections.disjoint(claim, audiences));
	}

}
