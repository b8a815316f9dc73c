package io.zerotrust.risk.learned;

import java.util.List;
import java.util.function.BiConsumer;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.RiskScore;
import io.zerotrust.risk.RiskTally;
import io.zerotrust.risk.RiskThresholds;

/**
 * Makes samples, without a request to take them from. Each change makes a new one.
 */
record Look(long principal, SubjectKind kind, int group, long session, Surroundings surroundings, int endpoint,
		boolean critical, boolean bound, Touch[] objects, int authenticated, int time) {

	/**
	 * 1 January 2026, 12:00 UTC.
	 */
	static final int NOON = 1_767_268_800;

	static final AccessRequest REQUEST = Requests.with(Requests.jwt(Requests.claims()));

	private static final float UNKNOWN = Float.NaN;

	static Look usual() {
		return new Look(1, SubjectKind.HUMAN, 0, 1L << 20,
				new Surroundings(49, 3320, 10, 10, 20, 6, 30, UNKNOWN, UNKNOWN), 3, false, false, Touch.NONE, 0, NOON);
	}

	Sample sample() {
		return new Sample(REQUEST, new PrincipalKey(this.principal, this.principal), this.kind, this.group,
				this.session, this.surroundings, this.endpoint, this.critical, this.bound, this.objects,
				RiskThresholds.of(SensitivityLevel.MEDIUM), this.authenticated, this.time);
	}

	Look principal(long principal) {
		return new Look(principal, this.kind, this.group, this.session, this.surroundings, this.endpoint, this.critical,
				this.bound, this.objects, this.authenticated, this.time);
	}

	Look service() {
		return new Look(this.principal, SubjectKind.SERVICE, this.group, this.session, this.surroundings, this.endpoint,
				this.critical, this.bound, this.objects, this.authenticated, this.time);
	}

	Look group(int group) {
		return new Look(this.principal, this.kind, group, this.session, this.surroundings, this.endpoint, this.critical,
				this.bound, this.objects, this.authenticated, this.time);
	}

	Look session(long session) {
		return new Look(this.principal, this.kind, this.group, session, this.surroundings, this.endpoint, this.critical,
				this.bound, this.objects, this.authenticated, this.time);
	}

	Look endpoint(int endpoint, boolean critical) {
		return new Look(this.principal, this.kind, this.group, this.session, this.surroundings, endpoint, critical,
				this.bound, this.objects, this.authenticated, this.time);
	}

	Look holdsKey() {
		return new Look(this.principal, this.kind, this.group, this.session, this.surroundings, this.endpoint,
				this.critical, true, this.objects, this.authenticated, this.time);
	}

	Look touches(Touch... objects) {
		return new Look(this.principal, this.kind, this.group, this.session, this.surroundings, this.endpoint,
				this.critical, this.bound, objects, this.authenticated, this.time);
	}

	Look at(int time) {
		return new Look(this.principal, this.kind, this.group, this.session, this.surroundings, this.endpoint,
				this.critical, this.bound, this.objects, this.authenticated, time);
	}

	Look later(int seconds) {
		return at(this.time + seconds);
	}

	Look with(Surroundings surroundings) {
		return new Look(this.principal, this.kind, this.group, this.session, surroundings, this.endpoint, this.critical,
				this.bound, this.objects, this.authenticated, this.time);
	}

	Look with(Facet facet, int value) {
		Surroundings now = this.surroundings;
		return with(new Surroundings((facet == Facet.COUNTRY) ? value : now.country(),
				(facet == Facet.ASN) ? value : now.asn(), (facet == Facet.NETWORK) ? value : now.network(),
				(facet == Facet.NETWORK) ? value : now.formerNetwork(), (facet == Facet.DEVICE) ? value : now.device(),
				(facet == Facet.AGENT) ? value : now.agent(), (facet == Facet.FINGERPRINT) ? value : now.fingerprint(),
				now.latitude(), now.longitude()));
	}

	Look place(double latitude, double longitude) {
		Surroundings now = this.surroundings;
		return with(new Surroundings(now.country(), now.asn(), now.network(), now.formerNetwork(), now.device(),
				now.agent(), now.fingerprint(), (float) latitude, (float) longitude));
	}

	/**
	 * Return words that have seen the usual surroundings on some days.
	 */
	int[] familiar(int days) {
		int[] words = new int[Layout.SIZE];
		for (int i = 0; i < days; i++) {
			for (Facet facet : Facet.ALL) {
				Layout.table(facet).learn(words, this.surroundings.value(facet), this.surroundings.former(facet), 1);
			}
			Layout.HOURS.learn(words, Hours.of(this.time));
		}
		Layout.PLACE.learn(words, this.surroundings, this.time);
		words[Layout.TRIALS] = days;
		words[Layout.DAYS] = days;
		words[Layout.AGED] = this.time / Decay.DAY;
		return words;
	}

	static Touch object(int type, int id) {
		long hash = (type * 1_000_003L + id + 1) * 0x9e3779b97f4a7c15L;
		hash = (hash ^ hash >>> 31) * 0xbf58476d1ce4e5b9L;
		return new Touch(hash ^ hash >>> 29, type, id);
	}

	/**
	 * Let an object be touched with success, and claimed if it is nobody's.
	 */
	void touch(ObjectOwners owners, Touch object, boolean created) {
		owners.touched(object, sample(), created, false);
	}

	/**
	 * Tally up what one part of the model says.
	 */
	static RiskScore score(BiConsumer<RiskTally, Sample> part, Look look) {
		Sample sample = look.sample();
		return new RiskEngine(List.of(), List.of((request, tally) -> part.accept(tally, sample))).score(REQUEST);
	}

	/**
	 * Return what a signal says in a score, in nats; 0 if it is silent.
	 */
	static double nats(RiskScore score, String signal) {
		for (Contribution contribution : score.contributions()) {
			if (contribution.signal().equals(signal)) {
				return contribution.assessment().nats();
			}
		}
		return 0;
	}

}
