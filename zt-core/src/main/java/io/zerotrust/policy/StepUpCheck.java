package io.zerotrust.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Credential;
import io.zerotrust.access.StepUp;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Reason;

/**
 * Holds {@code acr} and {@code auth_time} against the step-up requirement of the endpoint
 * (RFC 9470, section 6). Runs after the policy, so that nobody without the rights learns
 * of the requirement.
 *
 * @since 0.1.0
 */
public final class StepUpCheck implements LocalCheck {

	private final Duration clockSkew;

	/**
	 * Create the check.
	 * @param clockSkew how far {@code auth_time} may lie in the future
	 */
	public StepUpCheck(Duration clockSkew) {
		this.clockSkew = clockSkew;
	}

	@Override
	public String name() {
		return "step-up";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		StepUp stepUp = request.resource().policy().stepUp();
		if (stepUp.isEmpty()) {
			return Finding.pass();
		}
		String unmet = unmet(stepUp, request.subject().credential(), request.context().time());
		if (unmet == null) {
			return Finding.pass();
		}
		Reason reason = new Reason("step-up.required", unmet);
		return Finding.refuse(new Challenge(reason, Proof.WEAK, stepUp.acr(), stepUp.maxAge()));
	}

	private @Nullable String unmet(StepUp stepUp, Credential credential, Instant now) {
		if (!stepUp.acr().isEmpty() && Collections.disjoint(stepUp.acr(), credential.acr())) {
			return "acr is " + credential.acr() + ", read at " + credential.layout().acr() + ", needed one of "
					+ stepUp.acr();
		}
		Duration maxAge = stepUp.maxAge();
		return (maxAge != null) ? tooOld(maxAge, credential.claims().instant("auth_time"), now) : null;
	}

	private @Nullable String tooOld(Duration maxAge, @Nullable Instant authTime, Instant now) {
		if (authTime == null) {
			return "auth_time is missing";
		}
		if (authTime.isAfter(now.plus(this.clockSkew))) {
			return "auth_time lies in the future: " + authTime;
		}
		return now.isAfter(authTime.plus(maxAge)) ? "authenticated at " + authTime + ", needed within " + maxAge : null;
	}

}
