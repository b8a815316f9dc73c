package io.zerotrust.risk.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Refusal;

/**
 * One number for all decisions of a replay, their reasons and scores.
 */
final class Digest {

	private final MessageDigest digest;

	Digest() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	void add(Evaluation evaluation) {
		this.digest.update((byte) (evaluation.isPermitted() ? 1 : 0));
		if (evaluation.wouldBe() instanceof Refusal refusal) {
			add(refusal.reason().code());
			add(refusal.reason().detail());
		}
		for (StepFinding finding : evaluation.findings()) {
			for (Evidence evidence : finding.finding().evidence()) {
				add(evidence.value());
			}
		}
	}

	private void add(String text) {
		this.digest.update(text.getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) 0);
	}

	String value() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

}
