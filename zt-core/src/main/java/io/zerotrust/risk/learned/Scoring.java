package io.zerotrust.risk.learned;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskTally;

/**
 * Scores requests against a profile. It only reads.
 */
final class Scoring {

	/**
	 * So many trials make enough known for something to be unlike it.
	 */
	private static final int KNOWN = 3;

	private final Crowd crowd;

	private final AsnLists lists;

	private final VolumeScore volume;

	Scoring(Crowd crowd, AsnLists lists) {
		this.crowd = crowd;
		this.lists = lists;
		this.volume = new VolumeScore(crowd);
	}

	VolumeScore volume() {
		return this.volume;
	}

	/**
	 * Add what speaks against a request.
	 */
	void score(int[] words, @Nullable Session session, Sample sample, RiskTally tally) {
		Novelty novelty = novelty(words, session, sample);
		double others = tally.sum(EvidenceGroup.CONTEXT);
		// familiarity alone is no news
		if (others > 0 || others + novelty.sum() > 0) {
			novelty.addTo(tally);
		}
		if (session != null && session.hasBegun()) {
			Drift.addTo(tally, words, session, sample);
			if (session.isHeld() && !tally.isSteppedUp()) {
				tally.hold();
			}
		}
		this.volume.addTo(tally, words, sample);
		authorisation(words, session, sample, tally);
	}

	private void authorisation(int[] words, @Nullable Session session, Sample sample, RiskTally tally) {
		int now = sample.time();
		double objects = Layout.OBJECTS.nats(words, sample, this.crowd);
		double sequence = Layout.SEQUENCE.nats(words, sample, this.crowd);
		double endpoint = endpoint(words, session, sample);
		boolean others = tally.sum(EvidenceGroup.AUTHORISATION) > 0;
		if (!others && objects <= 0 && sequence <= 0 && endpoint <= 0 && !Layout.FAILURES.isRecent(words, now)
				&& !Layout.REPORTS.isRecent(words, now)) {
			tally.calm();
		}
		tally.add(EvidenceGroup.AUTHORISATION, "objects", Layout.OBJECTS.assessment(words, objects, now));
		tally.add(EvidenceGroup.AUTHORISATION, "sequence", Layout.SEQUENCE.assessment(words, sequence, now));
		tally.add(EvidenceGroup.AUTHORISATION, "endpoints",
				Layout.ENDPOINTS.assessment(words, endpoint, sample.isService(), now));
		tally.add(EvidenceGroup.AUTHORISATION, "failures", Layout.FAILURES.assessment(words, now));
		tally.add(EvidenceGroup.AUTHORISATION, "reported", Layout.REPORTS.assessment(words, now));
	}

	Novelty novelty(int[] words, @Nullable Session session, Sample sample) {
		return (session != null && session.holds(sample)) ? session.held()
				: Novelty.of(words, sample, this.crowd, this.lists);
	}

	/**
	 * Return what the endpoint of a request says, in nats.
	 */
	double endpoint(int[] words, @Nullable Session session, Sample sample) {
		if (sample.endpoint() == EndpointNumbers.NONE
				|| (session != null && session.uses(sample.endpoint(), sample.time()))) {
			return 0;
		}
		return Layout.ENDPOINTS.nats(words, sample, this.crowd.group(sample).endpointDiscount(sample.endpoint()),
				words[Layout.TRIALS] >= KNOWN);
	}

}
