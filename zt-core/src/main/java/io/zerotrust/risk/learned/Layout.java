package io.zerotrust.risk.learned;

/**
 * Where things stand in the words of a profile.
 *
 * <p>
 * INVARIANT: whoever changes a place, or what is written there, raises {@link #VERSION}.
 */
final class Layout {

	static final int VERSION = 2;

	/**
	 * When the principal was last seen.
	 */
	static final int SEEN = 0;

	/**
	 * How many trials were learned from, and on how many days, and the last of them.
	 */
	static final int TRIALS = 1;

	static final int DAYS = 2;

	static final int DAY = 3;

	/**
	 * The last login that counted as a step-up, and where it was first used.
	 */
	static final int LOGIN = 4;

	static final int LOGIN_FROM = 5;

	/**
	 * The day until which everything has faded.
	 */
	static final int AGED = 6;

	/**
	 * Until when the principal is slowed down, by which measure, and how much it has done
	 * since: requests, KB and objects.
	 */
	static final int SLOWED = 7;

	static final int SLOWED_BY = 8;

	static final int SLOWED_DONE = 15;

	/**
	 * Until when the principal may not be forgotten.
	 */
	static final int PINNED = 9;

	/**
	 * How many sessions have counted for calibration on a day.
	 */
	static final int COUNTED_DAY = 10;

	static final int COUNTED = 11;

	/**
	 * The last hour that was learned, counted from the epoch.
	 */
	static final int HOUR = 12;

	/**
	 * 64 bits of a hash of issuer and subject, whichever client is used.
	 */
	static final int SUBJECT = 13;

	static final LastPlace PLACE = new LastPlace(18);

	static final Hours HOURS = new Hours(PLACE.end());

	private static final FamiliarTable[] TABLES = new FamiliarTable[Facet.ALL.length];

	static final EndpointHistory ENDPOINTS;

	static {
		int next = HOURS.end();
		for (Facet facet : Facet.ALL) {
			TABLES[facet.ordinal()] = new FamiliarTable(next, facet);
			next = TABLES[facet.ordinal()].end();
		}
		ENDPOINTS = new EndpointHistory(next);
	}

	static final FailureHistory FAILURES = new FailureHistory(ENDPOINTS.end());

	static final ObjectHistory OBJECTS = new ObjectHistory(FAILURES.end());

	static final SequenceHistory SEQUENCE = new SequenceHistory(OBJECTS.end());

	static final Volume VOLUME = new Volume(SEQUENCE.end());

	static final Reports REPORTS = new Reports(VOLUME.end());

	static final int SIZE = REPORTS.end();

	private Layout() {
	}

	static FamiliarTable table(Facet facet) {
		return TABLES[facet.ordinal()];
	}

}
