package io.zerotrust.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Credential;
import io.zerotrust.access.StepUp;
import io.zerotrust.access.Subject;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Reason;

/**
 * What a user is asked for when a request looks risky, and whether he has done it
 * already: a login of the last five minutes with several factors, or with a context class
 * that is asked for.
 *
 * @since 0.1.0
 */
public final class Challenges {

	private static final Duration JUST_NOW = Duration.ofMinutes(5);

	private final List<String> acr;

	/**
	 * Create the challenges.
	 * @param acr what is asked for where the endpoint names nothing itself; possibly
	 * empty
	 */
	public Challenges(List<String> acr) {
		this.acr = List.copyOf(acr);
	}

	/**
	 * Whether somebody is there who could log in again.
	 * @param subject who asks
	 * @return {@code false} for services and anonymous callers
	 */
	public static boolean canBeMet(Subject subject) {
		return !subject.isAnonymous() && !subject.isService();
	}

	/**
	 * Whether the user has just stepped up.
	 * @param request the question
	 * @return {@code true} if a challenge would ask for nothing new
	 */
	public boolean met(AccessRequest request) {
		Credential credential = request.subject().credential();
		Instant authenticated = credential.claims().instant("auth_time");
		if (authenticated == null || !canBeMet(request.subject())) {
			return false;
		}
		// a time far in the future is no proof of anything
		Duration distance = Duration.between(authenticated, request.context().time()).abs();
		return distance.compareTo(JUST_NOW) <= 0
				&& (Factors.several(credential) || !Collections.disjoint(acr(request), credential.acr()));
	}

	Challenge challenge(AccessRequest request, Reason reason) {
		return new Challenge(reason, Proof.WEAK, acr(request), JUST_NOW);
	}

	private List<String> acr(AccessRequest request) {
		StepUp demanded = request.resource().policy().stepUp();
		return demanded.acr().isEmpty() ? this.acr : demanded.acr();
	}

}
