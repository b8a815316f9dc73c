package io.zerotrust.spring.token;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import io.zerotrust.spring.token.VerifiedTokens.Kept;
import io.zerotrust.token.jose.JwtIssuer;
import io.zerotrust.token.jose.JwtVerifier;
import io.zerotrust.token.jose.Verification.Refused;
import io.zerotrust.token.jose.Verification.Undecided;
import io.zerotrust.token.jose.Verification.Verified;
import io.zerotrust.token.jose.Verification;

/**
 * Decodes JWTs of the trusted issuers. The signature of a token it has seen before is not
 * computed again as long as the issuer's keys stay; every validator runs each time.
 *
 * @since 0.1.0
 */
public final class VerifyingJwtDecoder implements JwtDecoder {

	private final JwtVerifier verifier;

	private final ValidatedJwts jwts;

	private final VerifiedTokens tokens;

	private final int maxLength;

	private final Duration patience;

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
		this.jwts = new ValidatedJwts(validators);
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
		return this.jwts.knows(issuer);
	}

	@Override
	public Jwt decode(String token) throws JwtException {
		TokenDigest digest = digest(token);
		Jwt known = known(digest);
		if (known != null) {
			return known;
		}
		Verification verification = this.verifier.verify(token);
		return accept(token, digest,
				(verification instanceof Undecided undecided) ? await(undecided.answer()) : verification);
	}

	/**
	 * Decode a token without waiting.
	 * @param token the token
	 * @return the token, or what {@link #decode(String)} would throw
	 */
	public CompletionStage<Jwt> decoding(String token) {
		try {
			TokenDigest digest = digest(token);
			Jwt known = known(digest);
			if (known != null) {
				return CompletableFuture.completedStage(known);
			}
			Verification verification = this.verifier.verify(token);
			if (verification instanceof Undecided undecided) {
				return Deadline.of(undecided.answer(), this.patience)
					.exceptionallyCompose(
							(failure) -> CompletableFuture.failedFuture(unavailable(Deadline.cause(failure))))
					.thenApply((answer) -> accept(token, digest, answer));
			}
			return CompletableFuture.completedStage(accept(token, digest, verification));
		}
		catch (JwtException ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

	private @Nullable TokenDigest digest(String token) {
		return (this.tokens.isKeeping() && token.length() <= this.maxLength) ? TokenDigest.of(token) : null;
	}

	private @Nullable Jwt known(@Nullable TokenDigest digest) {
		Kept kept = (digest != null) ? this.tokens.find(digest, this::isCurrent) : null;
		return (kept != null) ? this.jwts.validate(kept.jwt(), ((Signer) kept.verifiedWith()).issuer()) : null;
	}

	private boolean isCurrent(Kept kept) {
		return kept.verifiedWith() instanceof Signer signer && this.verifier.isCurrent(signer.issuer(), signer.keys());
	}

	private Jwt accept(String token, @Nullable TokenDigest digest, Verification verification) {
		if (verification instanceof Refused refused) {
			throw new RefusedJwtException(refused.reason());
		}
		if (!(verification instanceof Verified verified)) {
			throw new JwtException("the keys of the issuer cannot be had");
		}
		Jwt jwt = this.jwts.read(token, verified);
		if (digest != null) {
			// what no validator lets pass must not push out what is used
			this.tokens.keep(digest, jwt, new Signer(verified.issuer(), verified.keys()));
		}
		return jwt;
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
			throw unavailable(ex);
		}
		catch (ExecutionException ex) {
			throw unavailable((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	private static JwtException unavailable(Throwable cause) {
		return (cause instanceof TimeoutException)
				? new JwtException("the issuer took too long to hand out keys", cause)
				: new JwtException("the keys of the issuer cannot be had: " + cause.getMessage(), cause);
	}

	/**
	 * Whose key a signature was verified with.
	 */
	private record Signer(JwtIssuer issuer, long keys) {

	}

}
