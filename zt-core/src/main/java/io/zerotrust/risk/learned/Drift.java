package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskTally;

/**
 * What speaks against a session still being in the hands of who began it: how far a
 * request is from the first one. Nothing adds up, or the owner would pay for the thief.
 */
final class Drift {

	private static final Assessment AGENT = new Assessment(4, "the session began with another user agent");

	private static final Assessment FINGERPRINT = new Assessment(2.5, "the session began with another TLS stack");

	private static final Assessment DEVICE = new Assessment(3, "the session began on another device");

	private static final Assessment ASN = new Assessment(1.2, "the session began at another provider");

	private static final Assessment COUNTRY = new Assessment(1.2, "the session began in another country");

	private static final Assessment FAMILIAR_COUNTRY = new Assessment(0.3, "the session began in another country");

	private static final Assessment BOUND = new Assessment(-2, "the caller holds the key of the token");

	/**
	 * What machines of one service amount to that share a token.
	 */
	private static final double FLAPS = 1;

	private Drift() {
	}

	static void addTo(RiskTally tally, int[] words, Session session, Sample sample) {
		Surroundings began = session.anchor();
		Surroundings now = sample.surroundings();
		if (now.agent() != began.agent()) {
			tally.add(EvidenceGroup.SESSION, "session-agent", AGENT);
		}
		else if (now.fingerprint() != began.fingerprint()) {
			tally.add(EvidenceGroup.SESSION, "session-ja4", FINGERPRINT);
		}
		if (now.device() != began.device()) {
			tally.add(EvidenceGroup.SESSION, "session-device", DEVICE);
		}
		if (now.asn() != began.asn() && !isFamiliar(words, Facet.ASN, sample)) {
			tally.add(EvidenceGroup.SESSION, "session-asn", ASN);
		}
		if (now.country() != began.country()) {
			tally.add(EvidenceGroup.SESSION, "session-country",
					isFamiliar(words, Facet.COUNTRY, sample) ? FAMILIAR_COUNTRY : COUNTRY);
		}
		double flips = session.interleave().with(now, isFlap(words, session, sample), sample.time());
		if (flips > (sample.isService() ? FLAPS : 0)) {
			tally.add(EvidenceGroup.SESSION, "interleaved", new Assessment(flips, "used from two networks by turns"));
		}
		if (sample.bound() && tally.sum(EvidenceGroup.SESSION) > 0) {
			tally.add(EvidenceGroup.SESSION, "bound", BOUND);
		}
	}

	/**
	 * Whether a jump is one between networks of the principal's own: at home and on the
	 * phone, or from machine to machine. Where providers are known, they decide: who
	 * moves with a phone has many networks.
	 */
	static boolean isFlap(int[] words, Session session, Sample sample) {
		double left = FamiliarTable.left(sample.day() - words[Layout.AGED]);
		int asn = sample.surroundings().asn();
		if (asn != Sample.ABSENT && (asn != session.interleave().asn() || sample.isService())) {
			int before = session.interleave().asn();
			return isFamiliar(words, Facet.ASN, sample)
					&& Layout.table(Facet.ASN).weight(words, before, before, left) > 0;
		}
		int before = session.interleave().network();
		return isFamiliar(words, Facet.NETWORK, sample)
				&& Layout.table(Facet.NETWORK).weight(words, before, before, left) > 0;
	}

	private static boolean isFamiliar(int[] words, Facet facet, Sample sample) {
		double left = FamiliarTable.left(sample.day() - words[Layout.AGED]);
		Surroundings now = sample.surroundings();
		return Layout.table(facet).weight(words, now.value(facet), now.former(facet), left) > 0;
	}

}
