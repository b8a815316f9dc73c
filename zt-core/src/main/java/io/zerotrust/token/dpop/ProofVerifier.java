package io.zerotrust.token.dpop;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Reason;
import io.zerotrust.token.dpop.ProofResult.Refused;
import io.zerotrust.token.dpop.ProofResult.Verified;
import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.MalformedJwsException;
import io.zerotrust.token.jose.Sha256;
import io.zerotrust.token.jose.Signatures;

/**
 * Verifies proofs of possession (RFC 9449, section 4.3). What is cheap is looked at
 * first, the signature late, and the use is remembered last: a proof that does not hold
 * leaves nothing behind.
 *
 * @since 0.1.0
 */
public final class ProofVerifier {

	/**
	 * How far ahead the clock of a caller may be (FAPI 2.0 Security Profile, section
	 * 5.3.2, D21).
	 */
	public static final Duration AHEAD = Duration.ofSeconds(10);

	private static final int MAX_LENGTH = 8192;

	private static final String TYPE = "dpop+jwt";

	private final ProofRules rules;

	private final Signatures signatures;

	private final ReplayStore replays;

	private final KnownKeys keys = new KnownKeys();

	private final ProofTally tally = new ProofTally();

	/**
	 * Create a verifier.
	 * @param rules what proofs must look like
	 * @param signatures verifies signatures
	 * @param replays remembers which proofs were used
	 */
	public ProofVerifier(ProofRules rules, Signatures signatures, ReplayStore replays) {
		this.rules = rules;
		this.signatures = signatures;
		this.replays = replays;
	}

	/**
	 * Verify a proof. The stage never completes exceptionally.
	 * @param proof the proof and its request
	 * @return what came of it
	 */
	public CompletionStage<ProofResult> verify(PresentedProof proof) {
		Opened opened = open(proof);
		CompletionStage<ProofResult> result = (opened.use == null) ? refused(opened.objection)
				: remember(opened.use, proof.time());
		return result.thenApply(this.tally::count);
	}

	/**
	 * Return the nonces that proofs must contain.
	 * @return the nonces, or {@code null} if they need none
	 */
	public @Nullable Nonces nonces() {
		return this.rules.nonces();
	}

	/**
	 * Return the nonce for the next request of a caller whose proof was just verified.
	 * @param proof the text of the proof
	 * @param now when the request was received
	 * @return another nonce, or {@code null} if the caller needs none
	 */
	public @Nullable String nextNonce(String proof, Instant now) {
		Nonces nonces = this.rules.nonces();
		if (nonces == null) {
			return null;
		}
		try {
			boolean ending = CompactJws.read(proof, MAX_LENGTH).claims().get("nonce") instanceof String nonce
					&& nonces.isEnding(nonce, now);
			return ending ? nonces.current(now) : null;
		}
		catch (MalformedJwsException ex) {
			return null;
		}
	}

	/**
	 * Return what has come of proofs so far.
	 * @return the counts
	 */
	public ProofTally tally() {
		return this.tally;
	}

	private Opened open(PresentedProof proof) {
		try {
			return open(this.keys.read(proof.text(), MAX_LENGTH), proof);
		}
		catch (MalformedJwsException ex) {
			return Opened.refused("dpop.proof-malformed", String.valueOf(ex.getMessage()));
		}
	}

	private Opened open(CompactJws jws, PresentedProof proof) {
		if (!(jws.members().get("typ") instanceof String type) || !type.equalsIgnoreCase(TYPE)) {
			return Opened.refused("dpop.proof-type", "typ is not " + TYPE);
		}
		if (!this.rules.algorithms().contains(jws.header().getAlgorithm().getName())) {
			return Opened.refused("dpop.proof-algorithm", "alg is none of " + this.rules.algorithms());
		}
		ProofKey key = this.keys.of(jws);
		if (key == null) {
			return Opened.refused("dpop.proof-key", "jwk is no public key that fits alg");
		}
		ProofClaims claims = ProofClaims.of(jws.claims());
		if (claims == null) {
			return Opened.refused("dpop.proof-malformed",
					"jti, htm, htu or iat is missing, or a claim is not of its type");
		}
		String uri = TargetUri.normalise(proof.uri());
		Reason objection = objection(claims, uri, proof);
		if (objection != null || uri == null) {
			return new Opened(null, (objection != null) ? objection : Reason.of("dpop.uri"));
		}
		return open(jws, key, claims, uri, proof);
	}

	private Opened open(CompactJws jws, ProofKey key, ProofClaims claims, String uri, PresentedProof proof) {
		if (!Sha256.same(Sha256.of(proof.token()), claims.ath())) {
			return Opened.refused("dpop.token-hash", "ath is not the hash of the token");
		}
		if (proof.boundTo() == null) {
			return Opened.refused("dpop.unbound", "the token has no cnf.jkt");
		}
		String thumbprint = key.thumbprint();
		if (!Sha256.same(proof.boundTo(), thumbprint)) {
			return Opened.refused("dpop.key-mismatch", "the token is bound to another key");
		}
		PublicKey publicKey = key.publicKey();
		if (publicKey == null || !this.signatures.verify(jws, publicKey)) {
			return Opened.refused("dpop.proof-signature", "the signature does not hold");
		}
		this.keys.remember(jws, key);
		return new Opened(
				ProofUse.of(thumbprint, claims.jti(), uri, claims.iat(), claims.iat().plus(this.rules.lifetime())),
				Reason.of("dpop.replay"));
	}

	private @Nullable Reason objection(ProofClaims claims, @Nullable String uri, PresentedProof proof) {
		if (!claims.htm().equals(proof.method())) {
			return new Reason("dpop.method", "htm is not " + proof.method());
		}
		if (uri == null || !uri.equals(TargetUri.normalise(claims.htu()))) {
			return new Reason("dpop.uri", "htu is not the URI of the request, which is " + uri);
		}
		Duration age = Duration.between(claims.iat(), proof.time());
		if (age.compareTo(this.rules.lifetime()) > 0 || age.compareTo(AHEAD.negated()) < 0) {
			return new Reason("dpop.time", "made " + age.toSeconds() + "s ago");
		}
		Nonces nonces = this.rules.nonces();
		if (nonces != null && !nonces.isRecent(claims.nonce(), proof.time())) {
			return new Reason("dpop.nonce",
					claims.nonce().isEmpty() ? "no nonce" : "not a recent nonce of this service");
		}
		return null;
	}

	private CompletionStage<ProofResult> remember(ProofUse use, Instant now) {
		try {
			return this.replays.remember(use, now).handle((answer, failure) -> result(use, answer, failure));
		}
		catch (RuntimeException ex) {
			return refused(unavailable(ex));
		}
	}

	private static ProofResult result(ProofUse use, ReplayStore.@Nullable Answer answer, @Nullable Throwable failure) {
		if (failure != null || answer == null) {
			return new Refused(unavailable(failure));
		}
		return switch (answer) {
			case FIRST -> new Verified(use.key());
			case REPLAY -> new Refused(new Reason("dpop.replay", "used before"));
			case FULL -> new Refused(new Reason("dpop.replay-capacity", "no room to remember the proof"));
		};
	}

	private static Reason unavailable(@Nullable Throwable failure) {
		return new Reason("dpop.replay-unavailable",
				"the replay store failed" + ((failure != null) ? ": " + failure.getClass().getName() : ""));
	}

	private static CompletionStage<ProofResult> refused(Reason reason) {
		return CompletableFuture.completedStage(new Refused(reason));
	}

	/**
	 * A proof that was looked at, all but whether it was used before.
	 *
	 * @param use what to remember, or {@code null} if the proof does not hold
	 * @param objection why it does not hold
	 */
	private record Opened(@Nullable ProofUse use, Reason objection) {

		static Opened refused(String code, String detail) {
			return new Opened(null, new Reason(code, detail));
		}

	}

}
