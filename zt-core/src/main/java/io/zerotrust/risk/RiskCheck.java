package io.zerotrust.risk;

import java.util.List;
import java.util.Locale;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

/**
 * Acts on the risk score by the sensitivity of the endpoint and by what the evidence is
 * about. Who may be somebody else has to step up, however high the risk; after that, and
 * where nobody is there to do it, a high risk is refused. What somebody does is refused
 * from the upper threshold on, and between the two a user has to step up.
 *
 * @since 0.1.0
 */
public final class RiskCheck implements LocalCheck {

	private final boolean learned;

	private final RiskEngine engine;

	private final Challenges challenges;

	private RiskCheck(boolean learned, RiskEngine engine, Challenges challenges) {
		this.learned = learned;
		this.engine = engine;
		this.challenges = challenges;
	}

	/**
	 * Create the check on facts that need no history.
	 * @param engine scores the requests
	 * @param challenges what a challenge asks for
	 */
	public RiskCheck(RiskEngine engine, Challenges challenges) {
		this(false, engine, challenges);
	}

	/**
	 * Create the check on everything, what was learned included.
	 * @param engine scores the requests
	 * @param challenges what a challenge asks for
	 * @return a check of its own name
	 */
	public static RiskCheck learned(RiskEngine engine, Challenges challenges) {
		return new RiskCheck(true, engine, challenges);
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
			return RiskTally.risk(RiskTally.prior());
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

	@Override
	public Finding evaluate(AccessRequest request) {
		RiskScore score = this.engine.score(request, this.challenges.met(request));
		if (score.contributions().isEmpty()) {
			return Finding.pass();
		}
		RiskThresholds thresholds = RiskThresholds.of(request.resource().policy().sensitivity());
		if (score.risk() < thresholds.stepUp()) {
			return new Finding.Pass(evidence(score));
		}
		boolean helps = Challenges.canBeMet(request.subject()) && !score.steppedUp();
		boolean stranger = score.identity() >= (helps ? thresholds.stepUp() : thresholds.deny());
		if (score.risk() >= thresholds.deny() && !(helps && score.lead() == Lead.IDENTITY)) {
			return new Finding.Refuse(Deny.of(reason("risk.denied", score, thresholds.deny())),
					evidence(score, stranger));
		}
		return helps ? new Finding.Refuse(
				this.challenges.challenge(request, reason("risk.step-up", score, thresholds.stepUp())),
				evidence(score, stranger)) : new Finding.Pass(evidence(score));
	}

	private static Reason reason(String code, RiskScore score, double threshold) {
		return new Reason(code,
				String.format(Locale.ROOT, "%s, risk %.2f, threshold %.2f", score.explain(), score.risk(), threshold));
	}

	private static List<Evidence> evidence(RiskScore score) {
		return List.of(new Evidence(Score.name(), Double.toString(score.risk())));
	}

	private static List<Evidence> evidence(RiskScore score, boolean stranger) {
		return stranger
				? List.of(evidence(score).get(0), new Evidence(Stranger.name(), Double.toString(score.identity())))
				: evidence(score);
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

}
