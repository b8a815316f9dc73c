package io.zerotrust.spring.web;

import java.time.Duration;

import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;

/**
 * What is answered to a proof that was refused.
 *
 * @since 0.1.0
 */
public final class ProofRefusals {

	private static final Duration UNTIL_ROOM = Duration.ofSeconds(30);

	private ProofRefusals() {
	}

	/**
	 * Whether nobody could tell whether a proof was used before: not the caller's fault.
	 * @param reason why the proof was refused
	 * @return {@code true} if the answer is that the service is not available
	 */
	public static boolean isOutage(Reason reason) {
		return reason.code().equals("dpop.replay-unavailable");
	}

	/**
	 * Return the refusal of a proof, or of the headers it came in.
	 * @param reason why
	 * @return the refusal
	 */
	public static Refusal of(Reason reason) {
		return switch (reason.code()) {
			case "credential.ambiguous" -> Challenge.of(Proof.MALFORMED, reason);
			case "token.malformed", "token.invalid", "dpop.unbound" -> Challenge.of(Proof.INVALID, reason);
			case "dpop.nonce" -> Challenge.of(Proof.WITHOUT_NONCE, reason);
			case "dpop.replay-capacity" -> new Throttle(reason, UNTIL_ROOM);
			case "dpop.off" -> Challenge.of(Proof.MISSING, reason);
			default -> Challenge.of(Proof.UNPROVEN, reason);
		};
	}

}
