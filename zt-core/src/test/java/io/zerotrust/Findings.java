package io.zerotrust;

import io.zerotrust.check.Finding;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tests look for in an answer.
 */
public final class Findings {

	private Findings() {
	}

	public static String code(Finding finding) {
		return refusal(finding).reason().code();
	}

	public static String code(Decision decision) {
		assertThat(decision).isInstanceOf(Refusal.class);
		return ((Refusal) decision).reason().code();
	}

	public static Refusal refusal(Finding finding) {
		assertThat(finding).isInstanceOf(Finding.Refuse.class);
		return ((Finding.Refuse) finding).refusal();
	}

	public static Challenge challenge(Finding finding, Proof proof) {
		assertThat(refusal(finding)).isInstanceOf(Challenge.class);
		Challenge challenge = (Challenge) refusal(finding);
		assertThat(challenge.proof()).isEqualTo(proof);
		return challenge;
	}

	public static void assertPasses(Finding finding) {
		assertThat(finding).isInstanceOf(Finding.Pass.class);
	}

}
