package io.zerotrust.spring.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;

import io.zerotrust.decision.Reason;
import io.zerotrust.spring.token.VerifiedTokens.Kept;
import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.JwtIssuer;
import io.zerotrust.token.jose.JwtVerifier;
import io.zerotrust.token.jose.Verification;
import io.zerotrust.token.jose.Verification.Refused;
import io.zerotrust.token.jose.Verification.Undecided;
import io.zerotrust.token.jose.Verification.Verified;

/**
 * Decodes JWTs of the trusted issuers. The signature of a token it has seen before is not
 * computed again as long as the issuer's keys stay; every validator runs each time.
 *
 * @since 0.1.0
 */
public final class VerifyingJwtDecoder implements JwtDecoder {

	private final JwtVerifier verifier;

	private final Map<String, OAuth2TokenValidator<Jwt>> validators;

	private final VerifiedTokens tokens;

	private final int maxLength;

	private final Duration patience;

	private final Converter<Map<String, Object>, Map<String, Object>> claims = MappedJwtClaimSetConverter
		.withDefaults(Map.of());

	/**
	 * Create the decoder.
	 * @param verifier verifies signatures
	 * @param validators what else must hold of the tokens of each issuer
	 * @param tokens keeps verified tokens
	 * @param maxLength the longest token to look at, in characters
	 * @param patience how long to wait for keys of an issuer
	 */
	public VerifyingJwtDecoder(JwtVerifier verifier, Map<String, OAuth2TokenValidator<Jwt>> validators,
			VerifiedTokens tokens, int maxLength, Duration patience) {
		this.verifier = verifier;
		this.validators = Map.copyOf(validators);
		this.tokens = tokens;
		this.maxLength = maxLength;
		this.patience = patience;
	}

	/**
	 * Whether tokens of an issuer are decoded here.
	 * @param issuer a value of {@code iss}
	 * @return {@code true} if it is one of those the decoder was made for
	 */
	public boolean knows(String issuer) {
		return this.validators.containsKey(issuer);
	}

	@Override
	public Jwt decode(String token) throws JwtException {
		if (!this.tokens.isKeeping() || token.length() > this.maxLength) {
			Verified verified = verify(token);
			return validate(jwt(token, verified.jws()), verified.issuer());
		}
		TokenDigest digest = TokenDigest.of(token);
		Kept kept = this.tokens.find(digest, this::isCurrent);
		if (kept != null) {
			return validate(kept.jwt(), ((Signer) kept.verifiedWith()).issuer());
		}
		Verified verified = verify(token);
		Jwt jwt = validate(jwt(token, verified.jws()), verified.issuer());
		// what no validator lets pass must not push out what is used
		this.tokens.keep(digest, jwt, new Signer(verified.issuer(), verified.keys()));
		return jwt;
	}

	private boolean isCurrent(Kept kept) {
		return kept.verifiedWith() instanceof Signer signer && this.verifier.isCurrent(signer.issuer(), signer.keys());
	}

	private Verified verify(String token) {
		Verification verification = this.verifier.verify(token);
		if (verification instanceof Undecided undecided) {
			verification = await(undecided.answer());
		}
		if (verification instanceof Verified verified) {
			return verified;
		}
		if (verification instanceof Refused refused) {
			throw new RefusedJwtException(refused.reason());
		}
		throw new JwtException("the keys of the issuer cannot be had");
	}

	private Verification await(CompletionStage<Verification> answer) {
		try {
			return answer.toCompletableFuture().get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new JwtException("interrupted while waiting for keys of the issuer", ex);
		}
		catch (TimeoutException ex) {
			throw new JwtException("the issuer took too long to hand out keys", ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new JwtException("the keys of the issuer cannot be had: " + cause.getMessage(), cause);
		}
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

	private Jwt validate(Jwt jwt, JwtIssuer issuer) {
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

	/**
	 * Whose key a signature was verified with.
	 */
	private record Signer(JwtIssuer issuer, long keys) {

	}

}
