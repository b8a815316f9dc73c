package io.zerotrust.token.jose;

import java.util.concurrent.CompletionStage;

import io.zerotrust.decision.Reason;

/**
 * What came of verifying the signature of a JWT.
 *
 * @since 0.1.0
 */
public sealed interface Verification {

	/**
	 * The issuer signed the token. Nothing is said about audience, type or time.
	 *
	 * @param jws the token
	 * @param issuer who signed it
	 * @param keys the version of the issuer's keys it was verified with
	 */
	record Verified(CompactJws jws, JwtIssuer issuer, long keys) implements Verification {

	}

	/**
	 * The token is not to be believed.
	 *
	 * @param reason why
	 */
	record Refused(Reason reason) implements Verification {

	}

	/**
	 * The keys at hand do not do, and the issuer is asked for others.
	 *
	 * @param answer what comes of it, never undecided again; a
	 * {@link io.zerotrust.token.keys.KeysUnavailableException} if the issuer does not
	 * answer
	 */
	record Undecided(CompletionStage<Verification> answer) implements Verification {

	}

}
