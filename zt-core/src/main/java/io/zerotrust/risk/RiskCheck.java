package io.zerotrust.risk;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Throttle;

/**
 * Acts on the risk score by the sensitivity of the endpoint and by what the evidence is
 * about. Who does too much is slowed down and never refused for that alone. Who may be
 * somebody else has to step up, however high the risk; after that, and where nobody is
 * there to do it, a high risk is refused. What is not the principal's to do is refused
 * from the upper threshold on, and between the two a user has to step up.
 *
 * @since 0.1.0
 */
public final class RiskCheck implements LocalCheck {

	/**
	 * By how much a threshold is lower once it was met, until the session calms down; by
	 * half of it at most.
	 */
	private static final double HYSTERESIS = 0.15;

	private static final String QUARANTINED = "risk.quarantined";

	private static final String STEP_UP = "risk.step-up";

	private final boolean learned;

	private final RiskEngine engine;

	private final Challenges challenges;

	private final BooleanSupplier trial;

	private RiskCheck(boolean learned, RiskEngine engine, Challenges challenges, BooleanSupplier trial) {
		this.learned = learned;
		this.trial = trial;
		this.engine = engine;
		this.challenges = challenges;
	}

	/**
	 * Create the check on facts that need no history.
	 * @param engine scores the requests
	 * @param challenges what a challenge asks for
	 */
	public RiskCheck(RiskEngine engine, Challenges challenges) {
		this(false, engine, challenges, () -> false);
	}

	/**
	 * Create the check on everything, what was learned included.
	 * @param engine scores the requests
	 * @param challenges what a challenge asks for
	 * @return a check of its own name
	 */
	public static RiskCheck learned(RiskEngine engine, Challenges challenges) {
		return learned(engine, challenges, () -> false);
	}

	/**
	 * Create the check on everything, what was learned included.
	 * @param engine scores the requests
	 * @param challenges what a challenge asks for
	 * @param trial whether too little is known yet to refuse anybody
	 * @return a check of its own name
	 */
	public static RiskCheck learned(RiskEngine engine, Challenges challenges, BooleanSupplier trial) {
		return new RiskCheck(true, engine, challenges, trial);
	}

	/**
	 * Return the name of a check.
	 * @param learned whether of the one on what was learned
	 * @return its name
	 */
	public static String name(boolean learned) {
		return learned ? "risk.learned" : "risk";
	}

	@Override
	public String name() {
		return name(this.learned);
	}

	/**
	 * Return the risk that the check on everything found.
	 * @param evaluation the evaluation of a request
	 * @return the risk, from 0 to 1; 1 if the check found none
	 */
	public static double risk(Evaluation evaluation) {
		List<StepFinding> findings = evaluation.findings();
		for (int i = findings.size() - 1; i >= 0; i--) {
			if (findings.get(i).check().equals(name(true))) {
				return risk(findings.get(i).finding());
			}
		}
		return 1;
	}

	private static double risk(Finding finding) {
		if (finding.equals(Finding.pass())) {
			return RiskTally.least();
		}
		List<Evidence> evidence = finding.evidence();
		boolean scored = !evidence.isEmpty() && evidence.get(0).name().equals(Score.name());
		return scored ? Double.parseDouble(evidence.get(0).value()) : 1;
	}

	/**
	 * Whether what speaks of who asks is enough for the check on everything to refuse.
	 * @param evaluation the evaluation of a request
	 * @return {@code true} if so, whatever was done
	 */
	public static boolean isStranger(Evaluation evaluation) {
		List<StepFinding> findings = evaluation.findings();
		for (int i = findings.size() - 1; i >= 0; i--) {
			if (findings.get(i).check().equals(name(true))) {
				List<Evidence> evidence = findings.get(i).finding().evidence();
				return evidence.size() == 2 && evidence.get(1).name().equals(Stranger.name());
			}
		}
		return false;
	}

	/**
	 * Whether risk refused what must not go on: where the token was used it belongs in
	 * quarantine.
	 * @param decision what was decided
	 * @return {@code true} if so
	 */
	public static boolean isContained(Decision decision) {
		return decision instanceof Deny deny && deny.reason().code().equals(QUARANTINED);
	}

	/**
	 * Whether risk asked the user to step up.
	 * @param decision what was decided
	 * @return {@code true} if so
	 */
	public static boolean isStepUp(Decision decision) {
		return decision instanceof Challenge challenge && challenge.reason().code().equals(STEP_UP);
	}

	@Override
	public boolean isOnTrial() {
		return this.trial.getAsBoolean();
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		RiskScore score = this.engine.score(request, this.challenges.met(request));
		if (score.contributions().isEmpty() && score.pace() == null) {
			return Finding.pass();
		}
		RiskSettings settings = this.engine.settings();
		Finding judged = judge(request, score, settings.thresholds(request.resource().policy().sensitivity()));
		RiskScore.Pace pace = score.pace();
		boolean volume = score.lead() == Lead.VOLUME;
		if (pace == null || !(pace.slowed() || (volume && score.risk() >= settings.throttle()))) {
			return judged;
		}
		// who is slowed down is not spared what is no matter of how much
		if (judged instanceof Finding.Refuse refuse && (refuse.refusal() instanceof Deny || !volume)) {
			return judged;
		}
		return new Finding.Refuse(
				new Throttle(reason("risk.throttled", score, score.risk(), settings.throttle()), pace.retryAfter()),
				evidence(score, false));
	}

	/**
	 * Judge by who asks and what is done. How much is done adds to it and does not lead.
	 */
	private Finding judge(AccessRequest request, RiskScore score, RiskThresholds thresholds) {
		boolean volume = score.lead() == Lead.VOLUME;
		double risk = volume ? score.proper() : score.risk();
		Lead lead = volume ? score.properLead() : score.lead();
		double stepUp = thresholds.stepUp();
		double threshold = score.held() ? Math.max(stepUp / 2, stepUp - HYSTERESIS) : stepUp;
		if (risk < threshold) {
			return new Finding.Pass(evidence(score, false));
		}
		boolean helps = Challenges.canBeMet(request.subject()) && !score.steppedUp();
		boolean stranger = score.identity() >= (helps ? threshold : thresholds.deny());
		// what was done before has had its answer; who asks for nothing new is not shut
		// out
		boolean over = score.calm() && lead == Lead.AUTHORISATION && score.identity() < thresholds.deny();
		if (risk >= thresholds.deny() && !over && !(helps && lead == Lead.IDENTITY)) {
			boolean contained = !request.subject().isAnonymous()
					&& (lead == Lead.AUTHORISATION || request.subject().isService());
			return new Finding.Refuse(
					Deny.of(reason(contained ? QUARANTINED : "risk.denied", score, risk, thresholds.deny())),
					evidence(score, stranger));
		}
		if (!helps) {
			return new Finding.Pass(alert(score));
		}
		return new Finding.Refuse(this.challenges.challenge(request, reason(STEP_UP, score, risk, threshold)),
				evidence(score, stranger));
	}

	private static Reason reason(String code, RiskScore score, double risk, double threshold) {
		return new Reason(code,
				String.format(Locale.ROOT, "%s, risk %.2f, threshold %.2f", score.explain(), risk, threshold));
	}

	private static Evidence score(RiskScore score) {
		return new Evidence(Score.name(), Double.toString(score.risk()));
	}

	private static List<Evidence> evidence(RiskScore score, boolean stranger) {
		return stranger ? List.of(score(score), new Evidence(Stranger.name(), Double.toString(score.identity())))
				: List.of(score(score));
	}

	/**
	 * Nobody is there to step up, and it is not bad enough to refuse: somebody should
	 * look.
	 */
	private static List<Evidence> alert(RiskScore score) {
		return List.of(score(score), new Evidence(Alert.name(), score.explain()));
	}

	/**
	 * The evidence that tells the score.
	 */
	private static final class Score {

		static String name() {
			return "risk.score";
		}

	}

	/**
	 * The evidence that tells what speaks of who asks, where that alone refuses.
	 */
	private static final class Stranger {

		static String name() {
			return "risk.stranger";
		}

	}

	/**
	 * The evidence of what somebody should look at.
	 */
	private static final class Alert {

		static String name() {
			return "risk.alert";
		}

	}

}
