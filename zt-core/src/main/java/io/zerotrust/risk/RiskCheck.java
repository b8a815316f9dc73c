package io.zerotrust.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Credential;
import io.zerotrust.access.StepUp;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

/**
 * Acts on the risk score by the sensitivity of the endpoint: from one threshold on the
 * user has to step up, from another on the request is refused. Services and users who
 * have just stepped up are not challenged, as it would not help.
 *
 * @since 0.1.0
 */
public final class RiskCheck implements LocalCheck {

	private static final Duration JUST_NOW = Duration.ofMinutes(5);

	private final RiskEngine engine;

	private final List<String> acr;

	/**
	 * Create the check.
	 * @param engine scores the requests
	 * @param acr what a challenge asks for where the endpoint names nothing itself;
	 * possibly empty
	 */
	public RiskCheck(RiskEngine engine, List<String> acr) {
		this.engine = engine;
		this.acr = List.copyOf(acr);
	}

	@Override
	public String name() {
		return "risk";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		RiskScore score = this.engine.score(request);
		if (score.contributions().isEmpty()) {
			return Finding.pass();
		}
		RiskThresholds thresholds = RiskThresholds.of(request.resource().policy().sensitivity());
		if (score.risk() >= thresholds.deny()) {
			return new Finding.Refuse(Deny.of(reason("risk.denied", score, thresholds.deny())), evidence(score));
		}
		if (score.risk() >= thresholds.stepUp() && canStepUp(request)) {
			return new Finding.Refuse(challenge(request, reason("risk.step-up", score, thresholds.stepUp())),
					evidence(score));
		}
		return new Finding.Pass(evidence(score));
	}

	private Challenge challenge(AccessRequest request, Reason reason) {
		StepUp demanded = request.resource().policy().stepUp();
		return new Challenge(reason, Proof.WEAK, demanded.acr().isEmpty() ? this.acr : demanded.acr(), JUST_NOW);
	}

	private static boolean canStepUp(AccessRequest request) {
		Subject subject = request.subject();
		return !subject.isAnonymous() && !subject.isService() && !hasJustSteppedUp(request);
	}

	private static boolean hasJustSteppedUp(AccessRequest request) {
		Credential credential = request.subject().credential();
		Instant authenticated = credential.claims().instant("auth_time");
		if (authenticated == null) {
			return false;
		}
		// a time far in the future is no proof of anything
		Duration distance = Duration.between(authenticated, request.context().time()).abs();
		return distance.compareTo(JUST_NOW) <= 0 && Factors.several(credential);
	}

	private static Reason reason(String code, RiskScore score, double threshold) {
		return new Reason(code,
				String.format(Locale.ROOT, "%s, risk %.2f, threshold %.2f", score.explain(), score.risk(), threshold));
	}

	private static List<Evidence> evidence(RiskScore score) {
		return List.of(new Evidence("risk.score", Double.toString(score.risk())));
	}

}
