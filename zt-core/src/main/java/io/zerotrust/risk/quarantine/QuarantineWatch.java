package io.zerotrust.risk.quarantine;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Refusal;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.RiskCheck;

/**
 * Looks at what was decided, and imposes and lifts quarantines. What is only observed
 * imposes nothing, and nothing is imposed on who is not proven to be who he says: naming
 * somebody is no way to shut him out.
 *
 * @since 0.1.0
 */
public final class QuarantineWatch {

	private static final int MOST_CHALLENGED = 10_000;

	private final Quarantine quarantine;

	private final Challenges challenges;

	private final IgnoredChallenges ignored = new IgnoredChallenges(MOST_CHALLENGED);

	/**
	 * Create the watch.
	 * @param quarantine where it imposes
	 * @param challenges tells who has stepped up
	 */
	public QuarantineWatch(Quarantine quarantine, Challenges challenges) {
		this.quarantine = quarantine;
		this.challenges = challenges;
	}

	/**
	 * Look at what was decided. Fits an audit sink.
	 * @param evaluation the decision and everything it rests on
	 */
	public void accept(Evaluation evaluation) {
		AccessRequest request = evaluation.request();
		if (evaluation.gate() != Gate.ACCESS) {
			return;
		}
		this.quarantine.expire(request.context().time());
		if (!evaluation.proven() || request.subject().isAnonymous()) {
			return;
		}
		Decision decision = evaluation.decision();
		if (!(decision instanceof Refusal refusal)) {
			clear(request);
		}
		else if (RiskCheck.isContained(decision)) {
			this.quarantine.impose(request, QuarantineCause.RISK, refusal.reason().detail());
		}
		else if (RiskCheck.isStepUp(decision)
				&& this.ignored.count(QuarantineKey.of(request), request.context().time())) {
			this.quarantine.impose(request, QuarantineCause.IGNORED_CHALLENGES,
					"challenged again and again: " + refusal.reason().detail());
		}
	}

	/**
	 * Let out who has stepped up after all.
	 */
	private void clear(AccessRequest request) {
		if (!this.ignored.isEmpty() && this.challenges.met(request)) {
			this.ignored.forget(QuarantineKey.of(request));
		}
		Quarantined found = this.quarantine.find(request);
		if (found != null && found.isClearedBy(request, this.challenges)) {
			this.quarantine.release(found.id(), request.context().time(), Quarantine.MACHINE);
		}
	}

}
