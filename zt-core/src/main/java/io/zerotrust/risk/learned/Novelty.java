package io.zerotrust.risk.learned;

import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskTally;

/**
 * How new the surroundings of a request are to its principal, in nats.
 */
final class Novelty {

	static final Novelty NONE = new Novelty();

	private static final double TOGETHER = 1;

	private static final double TRAVEL = 3;

	private static final double TRAVEL_TO_FAMILIAR = 0.5;

	private static final double TRAVEL_BY_VPN = 0.3;

	private static final double HOSTING = 1.5;

	private static final double AFTER_STEP_UP = 0.1;

	private static final double NEXT_LEVEL = 0.5;

	private static final double NEXT_LEVEL_BELOW = 0.3;

	/**
	 * So many trials make enough known for an hour to be unusual.
	 */
	private static final int KNOWN = 3;

	private static final Facet[] LEVELS = { Facet.COUNTRY, Facet.ASN, Facet.NETWORK };

	private final float[] facets = new float[Facet.ALL.length];

	private float together;

	private float travel;

	private float hosting;

	private float hours;

	private float sum;

	/**
	 * Bits of the facets that were never seen before.
	 */
	private int unseen;

	private Novelty() {
	}

	/**
	 * Compare a request with a profile. Without one nothing is new.
	 */
	static Novelty of(int[] words, Sample sample, Crowd crowd, AsnLists lists) {
		Novelty novelty = new Novelty();
		double left = FamiliarTable.left(sample.day() - words[Layout.AGED]);
		for (Facet facet : Facet.ALL) {
			novelty.compare(words, facet, sample, crowd, left);
		}
		if (novelty.isNews(Facet.NETWORK) && novelty.isNews(Facet.DEVICE)) {
			novelty.together = (float) TOGETHER;
		}
		novelty.backOff(sample.isService() ? 1 : NEXT_LEVEL);
		novelty.place(words, sample, lists);
		int hour = Hours.of(sample.time());
		double hours = Layout.HOURS.nats(words, hour, crowd.group(sample).share(hour),
				Hours.left(sample.day() - words[Layout.AGED]));
		novelty.hours = (float) ((words[Layout.TRIALS] >= KNOWN) ? hours : Math.min(0, hours));
		novelty.sum = (float) novelty.total();
		return novelty;
	}

	private void compare(int[] words, Facet facet, Sample sample, Crowd crowd, double left) {
		Surroundings now = sample.surroundings();
		FamiliarTable table = Layout.table(facet);
		int value = now.value(facet);
		// a facet that was never there says nothing by not being there
		if (value == Sample.ABSENT && table.isEmpty(words)) {
			return;
		}
		boolean unseen = table.weight(words, value, now.former(facet), left) == 0;
		this.unseen |= unseen ? facet.bit() : 0;
		double nats = table.nats(words, value, now.former(facet), unseen ? crowd.discount(facet, value) : 0, left);
		// who has a service's key has its program too, which speaks for nobody
		this.facets[facet.ordinal()] = (float) (sample.isService() && isSoftware(facet) ? Math.max(0, nats) : nats);
	}

	private static boolean isSoftware(Facet facet) {
		return facet == Facet.AGENT || facet == Facet.FINGERPRINT;
	}

	/**
	 * Let only the highest new level of the network count, and some of the next: who is
	 * in a new country is in a new network too.
	 */
	private void backOff(double next) {
		boolean found = false;
		double share = 1;
		for (int i = 0; i < LEVELS.length; i++) {
			int level = LEVELS[i].ordinal();
			boolean news = isUnseen(LEVELS[i]);
			found |= news;
			boolean last = i == LEVELS.length - 1;
			this.facets[level] = (found || last) ? (float) (share * this.facets[level]) : 0;
			if (found) {
				share = (i == 0) ? next : (share == 1 && i == 1) ? NEXT_LEVEL_BELOW : 0;
			}
		}
	}

	private void place(int[] words, Sample sample, AsnLists lists) {
		Surroundings now = sample.surroundings();
		if (Layout.PLACE.isTooFar(words, now, sample.time())) {
			boolean familiar = !isUnseen(Facet.COUNTRY);
			this.travel = (float) (lists.isVpn(now.asn()) ? TRAVEL_BY_VPN : familiar ? TRAVEL_TO_FAMILIAR : TRAVEL);
		}
		if (!sample.isService() && isUnseen(Facet.ASN) && lists.isHosting(now.asn())
				&& this.facets[Facet.ASN.ordinal()] + this.facets[Facet.COUNTRY.ordinal()] > 0) {
			this.hosting = (float) HOSTING;
		}
	}

	boolean isUnseen(Facet facet) {
		return (this.unseen & facet.bit()) != 0;
	}

	/**
	 * Whether a facet is new, and neither peers nor its own change tell it away.
	 */
	private boolean isNews(Facet facet) {
		return isUnseen(facet) && this.facets[facet.ordinal()] > 0;
	}

	private double total() {
		double sum = this.together + this.travel + this.hosting + this.hours;
		for (float facet : this.facets) {
			sum += facet;
		}
		return sum;
	}

	double sum() {
		return this.sum;
	}

	/**
	 * Return what is left of it after a step-up, which is held for the session.
	 */
	Novelty steppedUp() {
		if (this.sum <= 0) {
			return this;
		}
		Novelty left = new Novelty();
		for (int i = 0; i < this.facets.length; i++) {
			left.facets[i] = (float) (this.facets[i] * AFTER_STEP_UP);
		}
		left.hours = (float) (this.hours * AFTER_STEP_UP);
		left.unseen = this.unseen;
		left.sum = (float) left.total();
		return left;
	}

	void addTo(RiskTally tally) {
		add(tally, Facet.DEVICE);
		add(tally, Facet.COUNTRY);
		add(tally, Facet.ASN);
		add(tally, Facet.NETWORK);
		add(tally, "together", this.together, "both at once");
		add(tally, "travel", this.travel, "too far away for the time");
		add(tally, "hosting", this.hosting, "a network of servers");
		add(tally, Facet.AGENT);
		add(tally, Facet.FINGERPRINT);
		add(tally, "hours", this.hours, (this.hours > 0) ? "unusual hour" : "usual hour");
	}

	private void add(RiskTally tally, Facet facet) {
		float nats = this.facets[facet.ordinal()];
		if (nats != 0) {
			tally.add(EvidenceGroup.CONTEXT, facet.signal(), facet.assessment(nats, isUnseen(facet)));
		}
	}

	private static void add(RiskTally tally, String signal, float nats, String words) {
		if (nats != 0) {
			tally.add(EvidenceGroup.CONTEXT, signal, new Assessment(nats, words));
		}
	}

}
