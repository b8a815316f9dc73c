package io.zerotrust.spring.token;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;

import io.zerotrust.decision.Reason;
import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.JwtIssuer;
import io.zerotrust.token.jose.Verification.Verified;

/**
 * Makes of a token whose signature holds what Spring Security has of it, and holds that
 * against the validators of its issuer.
 */
final class ValidatedJwts {

	private final Map<String, OAuth2TokenValidator<Jwt>> validators;

	private final Converter<Map<String, Object>, Map<String, Object>> claims = MappedJwtClaimSetConverter
		.withDefaults(Map.of());

	ValidatedJwts(Map<String, OAuth2TokenValidator<Jwt>> validators) {
		this.validators = Map.copyOf(validators);
	}

	boolean knows(String issuer) {
		return this.validators.containsKey(issuer);
	}

	/**
	 * Read a token.
	 * @throws RefusedJwtException if Spring Security could not have it
	 * @throws JwtValidationException if a validator refuses it
	 */
	Jwt read(String token, Verified verified) {
		return validate(jwt(token, verified.jws()), verified.issuer());
	}

	private Jwt jwt(String token, CompactJws jws) {
		try {
			Map<String, Object> converted = this.claims.convert(jws.claims());
			if (converted == null) {
				throw new IllegalStateException("no claims");
			}
			// the one value Spring's converter makes that could be changed, for all
			// requests
			if (converted.get("aud") instanceof Collection<?> audiences) {
				converted.put("aud", List.copyOf(audiences));
			}
			Instant issued = (Instant) converted.get("iat");
			Instant end = (Instant) converted.get("exp");
			if (issued != null && end != null && !end.isAfter(issued)) {
				throw new RefusedJwtException(new Reason("token.lifetime", "exp is not after iat"));
			}
			return Jwt.withTokenValue(token)
				.headers((all) -> all.putAll(jws.members()))
				.claims((all) -> all.putAll(converted))
				.build();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new RefusedJwtException(new Reason("token.malformed", String.valueOf(ex.getMessage())));
		}
	}

	Jwt validate(Jwt jwt, JwtIssuer issuer) {
		OAuth2TokenValidator<Jwt> validator = this.validators.get(issuer.name());
		if (validator == null) {
			throw new IllegalStateException("nobody validates tokens of " + issuer.name());
		}
		OAuth2TokenValidatorResult result = validator.validate(jwt);
		if (result.hasErrors()) {
			throw new JwtValidationException(message(result), result.getErrors());
		}
		return jwt;
	}

	private static String message(OAuth2TokenValidatorResult result) {
		for (OAuth2Error error : result.getErrors()) {
			@Nullable String description = error.getDescription();
			if (description != null && !description.isEmpty()) {
				return "An error occurred while attempting to decode the Jwt: " + description;
			}
		}
		return "Unable to validate Jwt";
	}

}
