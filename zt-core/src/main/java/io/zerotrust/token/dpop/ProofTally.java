package io.zerotrust.token.dpop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what came of proofs.
 *
 * @since 0.1.0
 */
public final class ProofTally {

	private static final String VERIFIED = "verified";

	private static final List<String> OUTCOMES = List.of(VERIFIED, "dpop.proof-malformed", "dpop.proof-type",
			"dpop.proof-algorithm", "dpop.proof-key", "dpop.proof-signature", "dpop.method", "dpop.uri", "dpop.time",
			"dpop.nonce", "dpop.token-hash", "dpop.unbound", "dpop.key-mismatch", "dpop.replay", "dpop.replay-capacity",
			"dpop.replay-unavailable");

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	ProofTally() {
		OUTCOMES.forEach((outcome) -> this.counts.put(outcome, new LongAdder()));
	}

	ProofResult count(ProofResult result) {
		String outcome = (result instanceof ProofResult.Refused refused) ? refused.reason().code() : VERIFIED;
		this.counts.computeIfAbsent(outcome, (any) -> new LongAdder()).increment();
		return result;
	}

	/**
	 * Return what can come of proofs.
	 * @return {@code verified} and the reason codes
	 */
	public List<String> outcomes() {
		return OUTCOMES;
	}

	/**
	 * Return how often something came of a proof.
	 * @param outcome one of the outcomes
	 * @return the number of proofs
	 */
	public long of(String outcome) {
		LongAdder count = this.counts.get(outcome);
		return (count != null) ? count.sum() : 0;
	}

}
