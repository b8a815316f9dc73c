package io.zerotrust.risk.learned;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.OutcomeListener;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskSource;
import io.zerotrust.risk.RiskTally;

/**
 * Learns how each principal usually asks, and tells how unlike that a request is. Nothing
 * is learned of a subject that is not proven, nor of a request that looks like somebody
 * else's. Everything is kept in memory, within bounds.
 *
 * @since 0.1.0
 */
public final class LearnedRisk implements RiskSource, OutcomeListener {

	private final Peers peers = new Peers();

	private final EndpointRates rates = new EndpointRates();

	private final Learning learning = new Learning(this.peers, this.rates);

	private final Challenges challenges;

	private final Histories histories;

	private final Calibration calibration;

	private final Samples samples;

	/**
	 * Create the memory, empty.
	 * @param challenges tells who has stepped up
	 * @param principals how many principals are remembered at most
	 * @param challengeBudget how many of 1,000 sessions may come above the step-up
	 * threshold
	 * @param random makes the key under which networks and devices are hashed
	 * @throws IllegalArgumentException if a number is out of range
	 */
	public LearnedRisk(Challenges challenges, int principals, double challengeBudget, SecureRandom random) {
		if (principals < 4) {
			throw new IllegalArgumentException("principals must be at least 4: " + principals);
		}
		if (!(challengeBudget > 0 && challengeBudget < 1000)) {
			throw new IllegalArgumentException("challengeBudget must lie between 0 and 1000: " + challengeBudget);
		}
		this.challenges = challenges;
		this.histories = new Histories(principals);
		this.calibration = new Calibration(challengeBudget / 1000);
		this.samples = new Samples(new Pseudonyms(random));
	}

	@Override
	public void collect(AccessRequest request, RiskTally tally) {
		if (request.subject().isAnonymous()) {
			return;
		}
		tally.shiftPrior(this.calibration.shift(request.subject().kind()));
		Sample sample = this.samples.of(request);
		History found = this.histories.find(sample.principal());
		if (found == null) {
			return;
		}
		History history = found.at(sample.time());
		if (history.isLoginOfOthers(sample)) {
			tally.ignoreStepUp();
		}
		this.learning.score(history, sample, tally);
	}

	@Override
	public void accept(Outcome outcome) {
		Evaluation evaluation = outcome.evaluation();
		AccessRequest request = evaluation.request();
		if (!evaluation.proven() || evaluation.gate() != Gate.ACCESS || request.subject().isAnonymous()) {
			return;
		}
		Sample sample = this.samples.of(request);
		boolean met = this.challenges.met(request);
		double risk = unshifted(RiskCheck.risk(evaluation), sample.kind());
		AtomicReference<History> place = this.histories.of(sample.principal());
		while (true) {
			History kept = place.get();
			History before = kept.at(sample.time());
			Lesson lesson = Lesson.of(outcome, risk, met && !before.isLoginOfOthers(sample));
			History after = this.learning.next(before, sample, lesson);
			if (place.compareAndSet(kept, after)) {
				share(before, after, sample, lesson);
				if (after.isEstablished() && !before.isEstablished()) {
					this.histories.establish(sample.principal(), place);
				}
				return;
			}
		}
	}

	/**
	 * What is learned must not depend on calibration, or a shift would keep out what it
	 * is shifted by.
	 */
	private double unshifted(double risk, SubjectKind kind) {
		double shift = this.calibration.shift(kind);
		return (risk < 1 && shift != 0) ? RiskTally.risk(RiskTally.nats(risk) - shift) : risk;
	}

	/**
	 * Tell the rest what one principal has shown. Each change of a history is told once.
	 */
	private void share(History before, History after, Sample sample, Lesson lesson) {
		shareFamiliar(before, after, sample);
		boolean counted = after.failures() != before.failures() && sample.endpoint() != EndpointNumbers.NONE;
		if (counted && before.isEstablished() && isImpartial(before.failures(), lesson, sample.time())) {
			this.rates.count(sample.endpoint(), lesson.failure() != 0, sample.time());
		}
		Session session = after.session(sample.session());
		Session known = before.session(sample.session());
		if (lesson.isScored() && session != null && session.isCounted()) {
			double peak = (known != null && known.day() == session.day()) ? known.peak() : Double.NEGATIVE_INFINITY;
			if (session.peak() > peak) {
				this.calibration.count(sample.kind(), peak, session.peak(), session.day());
			}
		}
	}

	/**
	 * Who carries evidence of failures, or fails time and again, would excuse himself.
	 */
	private static boolean isImpartial(FailureHistory before, Lesson lesson, long now) {
		return before.isClear(now) && (lesson.failure() == 0 || now - before.last() >= EndpointRates.WINDOW);
	}

	private void shareFamiliar(History before, History after, Sample sample) {
		if (!after.isEstablished()) {
			return;
		}
		if (!before.isEstablished()) {
			this.peers.join(after, sample.time());
			return;
		}
		if (after.networks() != before.networks()) {
			this.peers.replaceNetworks(before.networks(), after.networks());
		}
		if (sample.endpoint() != EndpointNumbers.NONE && after.endpoints().known().contains(sample.endpoint())
				&& !before.endpoints().known().contains(sample.endpoint())) {
			this.peers.addEndpoint(sample.endpoint());
		}
	}

	/**
	 * Return how many principals are remembered.
	 * @return their number
	 */
	public int principals() {
		return this.histories.size();
	}

	/**
	 * Return by how much the prior is shifted to meet the budget.
	 * @param kind of which kind of caller
	 * @return the shift in nats, from -1.5 to 1.5
	 */
	public double priorShift(SubjectKind kind) {
		return this.calibration.shift(kind);
	}

}
