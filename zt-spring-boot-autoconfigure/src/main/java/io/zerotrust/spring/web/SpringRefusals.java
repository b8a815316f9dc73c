package io.zerotrust.spring.web;

import java.text.ParseException;
import java.util.Locale;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.proc.BadJWTException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.zerotrust.decision.Reason;
import io.zerotrust.decision.ReasonCodes;
import io.zerotrust.spring.token.RefusedToken;

/**
 * Names the reason for which Spring Security refused a token. Only names: whether it is
 * refused was decided elsewhere, so an unknown message costs precision, not safety.
 *
 * @since 0.1.0
 */
public final class SpringRefusals {

	private SpringRefusals() {
	}

	/**
	 * Name the reason for a failed authentication.
	 * @param failure what Spring Security threw
	 * @return the reason, {@code token.invalid} if nothing more precise is known
	 */
	public static Reason reasonOf(AuthenticationException failure) {
		if (failure instanceof AuthenticationServiceException) {
			return unavailable(failure);
		}
		if (failure instanceof BadCredentialsException || failure instanceof AccountStatusException) {
			return new Reason("credential.invalid", describe(failure));
		}
		Throwable cause = failure.getCause();
		if (cause instanceof RefusedToken refused) {
			return refused.reason();
		}
		if (cause instanceof JwtValidationException invalid) {
			return new Reason(validation(invalid), describe(failure));
		}
		if (cause instanceof BadJwtException bad) {
			return new Reason(decoding(bad), describe(failure));
		}
		return new Reason(malformed(failure) ? "token.malformed" : "token.invalid", describe(failure));
	}

	/**
	 * Name the reason for a token that could not be verified, good or bad.
	 * @param failure what Spring Security threw
	 * @return the reason
	 */
	public static Reason unavailable(RuntimeException failure) {
		return new Reason("token.verifier-unavailable", describe(failure));
	}

	/**
	 * Name the reason for a challenge that nobody told of before. A message of ours is a
	 * code.
	 * @param challenge the {@code WWW-Authenticate} value, or {@code null} if there is
	 * none
	 * @return the reason, {@code token.malformed} if the header held no readable token
	 */
	public static Reason reasonOf(@Nullable String challenge) {
		if (challenge == null) {
			return Reason.of("spring.unauthenticated");
		}
		String description = AuthChallenge.parameter(challenge, "error_description");
		if (ReasonCodes.isCode(description)) {
			return Reason.of(description);
		}
		if (challenge.contains("Bearer token is malformed")) {
			return Reason.of("token.malformed");
		}
		boolean token = AuthChallenge.parameter(challenge, "error").equals("invalid_token");
		return token ? new Reason(described(description), description) : Reason.of("spring.unauthenticated");
	}

	/**
	 * Spring's reactive decoder tells its reason to the caller alone.
	 */
	private static String described(String description) {
		int message = description.indexOf("Jwt: ");
		String code = validation((message < 0) ? description : description.substring(message + 5));
		if (!code.isEmpty()) {
			return code;
		}
		if (description.contains("nsupported algorithm")) {
			return "token.algorithm";
		}
		if (description.contains("Invalid signature")) {
			return "token.signature";
		}
		return description.contains("alformed") ? "token.malformed" : "token.invalid";
	}

	private static boolean malformed(AuthenticationException failure) {
		return failure instanceof OAuth2AuthenticationException oauth && oauth.getError() != null
				&& oauth.getError().getDescription() != null
				&& oauth.getError().getDescription().toLowerCase(Locale.ROOT).contains("malformed");
	}

	private static String validation(JwtValidationException invalid) {
		for (OAuth2Error error : invalid.getErrors()) {
			String code = validation((error.getDescription() != null) ? error.getDescription() : "");
			if (!code.isEmpty()) {
				return code;
			}
		}
		return "token.invalid";
	}

	private static String validation(String description) {
		if (description.startsWith("Jwt expired at")) {
			return "token.expired";
		}
		if (description.startsWith("exp is required")) {
			return "token.exp-missing";
		}
		if (description.startsWith("Jwt used before")) {
			return "token.not-yet-valid";
		}
		if (description.startsWith("The iss claim")) {
			return "token.issuer";
		}
		if (description.startsWith("The aud claim")) {
			return "token.audience";
		}
		if (description.contains("X509Certificate")) {
			return certificate(description);
		}
		return description.contains("typ") ? "token.type" : "";
	}

	private static String certificate(String description) {
		if (description.startsWith("Unable to obtain")) {
			return "token.binding-missing";
		}
		return description.startsWith("Invalid") ? "token.binding-mismatch" : "token.binding-unsupported";
	}

	private static String decoding(BadJwtException bad) {
		String message = (bad.getMessage() != null) ? bad.getMessage() : "";
		if (message.startsWith("Unsupported algorithm")) {
			return "token.algorithm";
		}
		if (bad.getCause() instanceof BadJWTException) {
			return "token.malformed";
		}
		if (bad.getCause() instanceof BadJOSEException) {
			return message.contains("Invalid signature") ? "token.signature" : "token.key";
		}
		boolean unreadable = bad.getCause() instanceof ParseException || message.contains("Malformed");
		return unreadable ? "token.malformed" : "token.invalid";
	}

	private static String describe(RuntimeException failure) {
		return String.valueOf(failure.getMessage());
	}

}
