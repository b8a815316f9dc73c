package io.zerotrust.spring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.Schemes;
import io.zerotrust.token.Binding.Demand;
import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.dpop.Nonces;
import io.zerotrust.token.dpop.ProofRules;

/**
 * Makes rules for proofs of what the operator says, and holds it against what can be
 * meant.
 */
final class DpopSettings {

	private static final String KEY = "zt.token.dpop.";

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int LEAST_SECRET = 32;

	private static final int LEAST_CAPACITY = 1000;

	private static final int MOST_CAPACITY = 50_000_000;

	private final ZtProperties properties;

	private final DpopProperties dpop;

	DpopSettings(ZtProperties properties) {
		this.properties = properties;
		this.dpop = properties.token().dpop();
	}

	/**
	 * Return what proofs must look like.
	 * @throws MisconfigurationException if it cannot be meant
	 */
	ProofRules rules() {
		Duration lifetime = this.dpop.proofLifetime();
		if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
			throw new MisconfigurationException(
					KEY + "proof-lifetime is " + lifetime.toMillis() + "ms, and a proof is made for one request, now.",
					"Set " + KEY + "proof-lifetime to a duration from 1s to 5m, 60s for example.");
		}
		return new ProofRules(lifetime, algorithms(), nonces());
	}

	private Set<String> algorithms() {
		List<String> algorithms = this.dpop.algorithms();
		if (algorithms.isEmpty() || !SignatureAlgorithms.ALL.containsAll(algorithms)) {
			throw new MisconfigurationException(
					KEY + "algorithms is " + algorithms + ", and proofs are signed asymmetrically.",
					"List some of " + String.join(", ", SignatureAlgorithms.ALL.stream().sorted().toList())
							+ ", or remove " + KEY + "algorithms.");
		}
		return Set.copyOf(algorithms);
	}

	private @Nullable Nonces nonces() {
		String secret = this.dpop.nonceSecret();
		if (secret != null && !this.dpop.nonce()) {
			throw new MisconfigurationException(KEY + "nonce-secret is set, and no nonces are made with it.",
					"Set " + KEY + "nonce: true, or remove " + KEY + "nonce-secret.");
		}
		if (secret != null && secret.length() < LEAST_SECRET) {
			throw new MisconfigurationException(
					KEY + "nonce-secret has " + secret.length() + " characters, so nonces could be guessed.",
					"Set " + KEY + "nonce-secret to 32 random characters or more, the same on all instances.");
		}
		if (!this.dpop.nonce()) {
			return null;
		}
		return (secret != null) ? new Nonces(secret.getBytes(StandardCharsets.UTF_8))
				: Nonces.random(new SecureRandom());
	}

	/**
	 * Return how many proofs are remembered.
	 * @throws MisconfigurationException if it cannot be meant
	 */
	int replayCapacity() {
		int capacity = this.dpop.replayCapacity();
		if (capacity < LEAST_CAPACITY || capacity > MOST_CAPACITY) {
			throw new MisconfigurationException(
					KEY + "replay-capacity is " + capacity + ", "
							+ ((capacity < LEAST_CAPACITY) ? "and one caller may use a twentieth of it."
									: "which no memory is for."),
					"Set " + KEY + "replay-capacity to the number of requests in "
							+ this.dpop.proofLifetime().toSeconds() + "s, from 1000 to 50000000.");
		}
		return capacity;
	}

	/**
	 * Return the schemes that callers may send tokens by.
	 */
	Schemes schemes() {
		if (this.properties.mode() == Mode.OBSERVE || !isOn()) {
			return Schemes.bearer(this.properties.realm());
		}
		return new Schemes(this.properties.realm(), !isAlone(), this.dpop.algorithms());
	}

	private boolean isOn() {
		return this.dpop.mode() != Demand.OFF || this.properties.issuers()
			.stream()
			.anyMatch((issuer) -> issuer.dpop() != null && issuer.dpop() != Demand.OFF);
	}

	/**
	 * Whether nothing but DPoP does. Where certificates are required too, either does.
	 */
	private boolean isAlone() {
		return this.dpop.mode() == Demand.REQUIRED && this.properties.token().mtls().mode() != Demand.REQUIRED
				&& this.properties.issuers()
					.stream()
					.allMatch((issuer) -> (issuer.dpop() == null || issuer.dpop() == Demand.REQUIRED)
							&& issuer.mtls() != Demand.REQUIRED);
	}

}
