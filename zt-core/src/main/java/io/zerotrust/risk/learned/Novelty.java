package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskTally;

/**
 * How new the surroundings of a request are to its principal, in nats.
 *
 * @param network what its network says
 * @param device what its device says
 * @param agent what its user agent says
 * @param together what network and device say together, if both are new
 * @param unseen bits of the facets that were never seen before
 */
record Novelty(double network, double device, double agent, double together, int unseen) {

	static final Novelty NONE = new Novelty(0, 0, 0, 0, 0);

	private static final double TOGETHER = 1;

	private static final double AFTER_STEP_UP = 0.1;

	private static final Assessment BOTH = new Assessment(TOGETHER, "both at once");

	/**
	 * Compare a request with a history. Without one nothing is new.
	 */
	static Novelty of(History history, Sample sample, Peers peers) {
		long now = sample.time();
		int unseen = unseen(Facet.NETWORK, history.networks(), sample.network(), now)
				| unseen(Facet.DEVICE, history.devices(), sample.device(), now)
				| unseen(Facet.AGENT, history.agents(), sample.agent(), now);
		double network = nats(Facet.NETWORK, history.networks(), sample.network(),
				isUnseen(unseen, Facet.NETWORK) ? peers.networkDiscount(sample.network()) : 0, now);
		double device = nats(Facet.DEVICE, history.devices(), sample.device(), 0, now);
		double agent = nats(Facet.AGENT, history.agents(), sample.agent(), 0, now);
		boolean both = isUnseen(unseen, Facet.NETWORK) && isUnseen(unseen, Facet.DEVICE) && network > 0 && device > 0;
		return new Novelty(network, device, agent, both ? TOGETHER : 0, unseen);
	}

	/**
	 * A facet that was never there says nothing by not being there.
	 */
	private static boolean isSilent(FamiliarValues values, int value) {
		return value == Sample.ABSENT && values.isEmpty();
	}

	private static int unseen(Facet facet, FamiliarValues values, int value, long now) {
		return (isSilent(values, value) || values.weight(value, now) > 0) ? 0 : 1 << facet.ordinal();
	}

	private static boolean isUnseen(int unseen, Facet facet) {
		return (unseen & 1 << facet.ordinal()) != 0;
	}

	private static double nats(Facet facet, FamiliarValues values, int value, double discount, long now) {
		return isSilent(values, value) ? 0 : values.nats(facet, value, discount, now);
	}

	double sum() {
		return this.network + this.device + this.agent + this.together;
	}

	/**
	 * Return what is left of it after a step-up, which is held for the session.
	 */
	Novelty steppedUp() {
		return (sum() > 0) ? new Novelty(this.network * AFTER_STEP_UP, this.device * AFTER_STEP_UP,
				this.agent * AFTER_STEP_UP, 0, this.unseen) : this;
	}

	void addTo(RiskTally tally) {
		add(tally, Facet.DEVICE, "device", this.device);
		add(tally, Facet.NETWORK, "network", this.network);
		if (this.together != 0) {
			tally.add(EvidenceGroup.CONTEXT, "together", BOTH);
		}
		add(tally, Facet.AGENT, "user-agent", this.agent);
	}

	private void add(RiskTally tally, Facet facet, String name, double nats) {
		if (nats != 0) {
			tally.add(EvidenceGroup.CONTEXT, name, facet.assessment(nats, isUnseen(this.unseen, facet)));
		}
	}

}
