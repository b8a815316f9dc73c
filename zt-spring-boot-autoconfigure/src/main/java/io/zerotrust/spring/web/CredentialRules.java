package io.zerotrust.spring.web;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.token.TokenReading;

/**
 * What is wrong with credentials before anybody verifies them.
 *
 * @since 0.1.0
 */
public final class CredentialRules {

	/**
	 * A token on top of another authentication: Spring would add the authorities of both
	 * up.
	 */
	public static final Challenge MIXED = Challenge.of(Proof.MALFORMED,
			new Reason("credential.mixed", "a token on a request that is authenticated otherwise"));

	/**
	 * Several credentials (RFC 6750 B2, RFC 9449 D18).
	 */
	public static final Challenge AMBIGUOUS = Challenge.of(Proof.MALFORMED,
			new Reason("credential.ambiguous", "more than one Authorization header"));

	private static final Challenge TWICE = Challenge.of(Proof.MALFORMED,
			new Reason("credential.ambiguous", "a token in the header and one in the query"));

	private static final Challenge DPOP_OFF = Challenge.of(Proof.MISSING,
			new Reason("dpop.off", "Authorization: DPoP, which is not accepted here"));

	private final boolean proofs;

	private final TokenReading reading;

	/**
	 * Create the rules.
	 * @param proofs whether tokens with a proof of possession are taken, or nobody minds
	 * @param reading reads tokens that nobody of zt decodes
	 */
	public CredentialRules(boolean proofs, TokenReading reading) {
		this.proofs = proofs;
		this.reading = reading;
	}

	/**
	 * Object to a credential.
	 * @param authorization the value of the header, or {@code null} if there is none
	 * @param query the query as it was sent, or {@code null} if there is none
	 * @return what to answer, or {@code null} if the credential may be verified
	 */
	public @Nullable Challenge objection(@Nullable String authorization, @Nullable String query) {
		// Spring would not look at it, and the caller would be nobody
		return (!this.proofs && Presented.byDpop(authorization)) ? DPOP_OFF : unreadable(authorization, query);
	}

	/**
	 * Read the token, unless whoever decodes it reads it as strictly.
	 */
	private @Nullable Challenge unreadable(@Nullable String authorization, @Nullable String query) {
		boolean inQuery = PresentedToken.isInQuery(query);
		if (!inQuery && !this.reading.isNeeded()) {
			return null;
		}
		String token = PresentedToken.of(authorization);
		if (token == null) {
			return null;
		}
		if (inQuery) {
			return TWICE;
		}
		Reason objection = this.reading.objection(token);
		return (objection != null) ? Challenge.of(Proof.INVALID, objection) : null;
	}

}
