package io.zerotrust.risk.learned;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskTally;

/**
 * Scores requests against a history, and makes the next history of an outcome. Both only
 * compute.
 */
final class Learning {

	private static final double AFTER_STEP_UP = 2;

	private final Peers peers;

	private final EndpointRates rates;

	Learning(Peers peers, EndpointRates rates) {
		this.peers = peers;
		this.rates = rates;
	}

	/**
	 * Add what speaks against a request, seen from a history.
	 */
	void score(History history, Sample sample, RiskTally tally) {
		Session session = history.session(sample.session());
		Novelty novelty = (session != null && session.holds(sample)) ? session.held()
				: Novelty.of(history, sample, this.peers);
		double others = tally.sum(EvidenceGroup.CONTEXT);
		// familiarity alone is no news
		if (others > 0 || others + novelty.sum() > 0) {
			novelty.addTo(tally);
		}
		tally.add(EvidenceGroup.AUTHORISATION, "endpoints",
				endpoints(history, session, sample).assessment(sample.isService(), sample.time()));
		tally.add(EvidenceGroup.AUTHORISATION, "failures", history.failures().assessment(sample.time()));
	}

	/**
	 * Return the endpoints as they are with this request, whatever comes of it.
	 */
	private EndpointHistory endpoints(History history, @Nullable Session session, Sample sample) {
		if (sample.endpoint() == EndpointNumbers.NONE
				|| (session != null && !session.isOver(sample.time()) && session.used().contains(sample.endpoint()))) {
			return history.endpoints();
		}
		double discount = this.peers.endpointDiscount(sample.endpoint());
		return history.endpoints().tried(history.endpoints().nats(sample, discount, history.isKnown()), sample.time());
	}

	/**
	 * Return the history after an outcome. Evidence always counts, but not where the
	 * caller would be refused for the surroundings alone: what a thief does is not held
	 * against the owner. Only what is the principal's own becomes familiar.
	 */
	History next(History before, Sample sample, Lesson lesson) {
		long now = sample.time();
		Session known = before.session(sample.session());
		Novelty held = (known != null && known.holds(sample)) ? known.held() : null;
		Novelty novelty = (held != null) ? held : Novelty.of(before, sample, this.peers);
		boolean strange = !lesson.steppedUp() && (lesson.stranger() || isRefused(novelty, sample));
		boolean teaches = lesson.teaches() && !strange;
		boolean trial = teaches && held == null;
		Session session = (known != null) ? known : fresh(before, sample);
		if (trial) {
			session = session.trial(sample, lesson.steppedUp() ? novelty.steppedUp() : novelty);
		}
		else if (!strange && session.isOver(now)) {
			session = session.begin(now);
		}
		if (lesson.isScored()) {
			session = session.peak(RiskTally.nats(lesson.risk()) - RiskTally.nats(sample.thresholds().stepUp()),
					now / Decay.DAY);
		}
		EndpointHistory endpoints = before.endpoints();
		if (!strange && sample.endpoint() != EndpointNumbers.NONE) {
			endpoints = endpoints(before, known, sample);
			if (teaches && (endpoints != before.endpoints() || !endpoints.known().contains(sample.endpoint()))) {
				endpoints = endpoints.learn(sample.endpoint(), now);
			}
			session = session.use(sample.endpoint());
		}
		// whatever came of the request: who comes later with this login has stolen it
		boolean stepUp = lesson.steppedUp() && sample.authenticated() > before.steppedUp();
		boolean newDay = trial && now / Decay.DAY > before.day();
		double weight = lesson.steppedUp() ? AFTER_STEP_UP : 1;
		FailureHistory failures = strange ? before.failures() : failures(before, sample, lesson, teaches);
		return new History(trial ? learn(before.networks(), sample.network(), weight, now) : before.networks(),
				trial ? learn(before.devices(), sample.device(), weight, now) : before.devices(),
				trial ? learn(before.agents(), sample.agent(), weight, now) : before.agents(),
				(session != known) ? before.with(session) : before.sessions(), endpoints,
				stepUp ? failures.halved() : failures, before.trials() + (trial ? 1 : 0),
				before.days() + (newDay ? 1 : 0), newDay ? now / Decay.DAY : before.day(),
				stepUp ? sample.authenticated() : before.steppedUp(),
				stepUp ? sample.surroundings() : before.steppedUpFrom(), Math.max(before.seen(), now));
	}

	private static Session fresh(History before, Sample sample) {
		long today = sample.time() / Decay.DAY;
		return before.isFull(today) ? Session.uncounted(sample, today) : Session.of(sample);
	}

	private static boolean isRefused(Novelty novelty, Sample sample) {
		return RiskTally.risk(RiskTally.prior() + novelty.sum()) >= sample.refused();
	}

	private static FamiliarValues learn(FamiliarValues values, int value, double weight, long now) {
		return (value == Sample.ABSENT && values.isEmpty()) ? values : values.learn(value, weight, now);
	}

	private FailureHistory failures(History before, Sample sample, Lesson lesson, boolean teaches) {
		FailureHistory failures = before.failures();
		if (lesson.failure() != 0) {
			boolean known = sample.endpoint() != EndpointNumbers.NONE;
			double rate = known ? this.rates.rate(sample.endpoint(), sample.time()) : EndpointRates.USUAL;
			return failures.failed(lesson.failure(), sample.endpoint(), rate, lesson.isOwn(), sample.time());
		}
		return lesson.success() ? failures.succeeded(teaches, sample.time()) : failures;
	}

}
