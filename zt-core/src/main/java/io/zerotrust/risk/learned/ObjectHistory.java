package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * The places in a profile for how often a principal touches objects of others, and the
 * evidence of those it touched lately (OWASP API1:2023).
 */
final class ObjectHistory {

	/**
	 * Who touches so many objects of others has a wide task: that of support, say.
	 */
	static final double WIDE = 0.15;

	/**
	 * Of such types so many objects are touched by others that they have no owners.
	 */
	private static final double PUBLIC = 0.3;

	private static final double ENOUGH = 30;

	private static final Decay EVIDENCE = Decay.hours(24);

	private static final double CAP = 12;

	private static final double FREE = 3.5;

	private static final double SHRUNK = 60;

	private static final double ATTACKER = 0.35;

	private static final double WEAK = 0.3;

	private static final double REFUSED = 0.5;

	private static final double LEAST_RATE = 0.001;

	private final Share foreign;

	private final Cusum evidence;

	private final int last;

	private final int count;

	/**
	 * Describe the places.
	 * @param at the first of their words
	 */
	ObjectHistory(int at) {
		this.foreign = new Share(at);
		this.evidence = new Cusum(this.foreign.end(), EVIDENCE, CAP);
		this.last = this.evidence.end();
		this.count = this.last + 1;
	}

	int end() {
		return this.count + 1;
	}

	boolean isWide(int[] words) {
		return this.foreign.seen(words, ENOUGH) > WIDE;
	}

	/**
	 * Return what the objects of a request say.
	 */
	double nats(int[] words, Sample sample, Crowd crowd) {
		Touch[] objects = sample.objects();
		if (objects.length == 0 || isWide(words) || crowd.group(sample).isWide(WIDE)) {
			return 0;
		}
		double sum = 0;
		for (Touch object : objects) {
			sum += nats(words, object, sample, crowd);
		}
		return sum;
	}

	private double nats(int[] words, Touch object, Sample sample, Crowd crowd) {
		long owner = crowd.owners().find(object);
		if (owner == 0 || ObjectOwners.isShared(owner) || isPublic(object, crowd)) {
			return 0;
		}
		if (ObjectOwners.claimant(owner) == sample.principal().claimant()) {
			// once a day for each object: who reads the same again proves nothing new
			return Layout.VOLUME.touchedToday(words, object) ? 0 : Math.max(-0.5,
					Math.min(0, StrictMath.log((1 - ATTACKER) / (1 - rate(words, object, sample, crowd)))));
		}
		if (!isForeign(owner, sample, crowd) || words[this.last] == (int) object.hash()) {
			return 0;
		}
		return StrictMath.log(ATTACKER / rate(words, object, sample, crowd))
				* (ObjectOwners.isStrong(owner) ? 1 : WEAK);
	}

	/**
	 * Return the share of its requests that is to be expected to touch objects of others.
	 */
	private double rate(int[] words, Touch object, Sample sample, Crowd crowd) {
		double usual = Math.max(crowd.foreignOf(object.type()), crowd.group(sample).foreign().expected(0.005, 200));
		return Math.max(LEAST_RATE, this.foreign.expected(words, usual, SHRUNK, sample.time()));
	}

	/**
	 * Whether an object is somebody else's. Claims of who touches everything are no
	 * claims.
	 */
	private static boolean isForeign(long owner, Sample sample, Crowd crowd) {
		return owner != 0 && !ObjectOwners.isShared(owner)
				&& ObjectOwners.claimant(owner) != sample.principal().claimant()
				&& !ObjectOwners.isSharer(owner, sample.principal().claimant())
				&& !crowd.group(ObjectOwners.group(owner)).isWide(WIDE);
	}

	/**
	 * Whether objects of a type belong to nobody, as those of a catalogue.
	 */
	private static boolean isPublic(Touch object, Crowd crowd) {
		return crowd.foreignOf(object.type()) > PUBLIC;
	}

	/**
	 * Take in what a request touches.
	 * @param nats what that says
	 */
	void attempted(int[] words, Sample sample, double nats, Crowd crowd) {
		add(words, nats, sample.time());
		if (nats > 0) {
			for (Touch object : sample.objects()) {
				if (isForeign(crowd.owners().find(object), sample, crowd)) {
					words[this.last] = (int) object.hash();
				}
			}
		}
	}

	/**
	 * Take in what a request has touched beside what its path names. One request is one
	 * piece of evidence, however many objects it names.
	 */
	void touched(int[] words, Sample sample, Touch[] objects, Crowd crowd) {
		if (objects.length == 0 || isWide(words) || crowd.group(sample).isWide(WIDE)) {
			return;
		}
		Touch strongest = objects[0];
		double most = nats(words, strongest, sample, crowd);
		for (int i = 1; i < objects.length; i++) {
			double nats = nats(words, objects[i], sample, crowd);
			strongest = (nats > most) ? objects[i] : strongest;
			most = Math.max(most, nats);
		}
		add(words, most, sample.time());
		if (most > 0) {
			words[this.last] = (int) strongest.hash();
		}
	}

	private void add(int[] words, double nats, int now) {
		if (nats == 0) {
			return;
		}
		boolean first = this.evidence.left(words, now) == 0;
		this.evidence.add(words, nats, now);
		if (nats > 0) {
			words[this.count] = (first ? 0 : words[this.count]) + 1;
		}
	}

	/**
	 * Take in that a request for objects failed: who guesses meets what is nobody's.
	 */
	void failed(int[] words, Sample sample, Crowd crowd) {
		if (isWide(words) || crowd.group(sample).isWide(WIDE)) {
			return;
		}
		for (Touch object : sample.objects()) {
			if (crowd.owners().find(object) == 0 && words[this.last] != (int) object.hash()) {
				double nats = StrictMath.log(ATTACKER / rate(words, object, sample, crowd)) * REFUSED;
				this.evidence.add(words, Math.max(0, nats), sample.time());
				words[this.last] = (int) object.hash();
			}
		}
	}

	/**
	 * Take in what a request of low risk has touched with success, and claim it.
	 * @param objects what was touched
	 * @param created whether the request made it
	 */
	void learn(int[] words, Sample sample, Touch[] objects, boolean created, Crowd crowd) {
		boolean wide = isWide(words) || crowd.group(sample).isWide(WIDE);
		for (Touch object : objects) {
			count(words, sample, object, wide, crowd);
			claim(sample, object, created, wide, crowd);
		}
	}

	/**
	 * Take in what a request of low risk has touched beside what its path names. It
	 * counts once, or a single one would make a wide task.
	 */
	void learnAtOnce(int[] words, Sample sample, Touch[] objects, Crowd crowd) {
		boolean wide = isWide(words) || crowd.group(sample).isWide(WIDE);
		Touch counted = null;
		for (Touch object : objects) {
			long owner = crowd.owners().find(object);
			if (owner != 0 && !ObjectOwners.isShared(owner)) {
				counted = (counted == null || isForeign(owner, sample, crowd)) ? object : counted;
			}
		}
		if (counted != null) {
			count(words, sample, counted, wide, crowd);
		}
		for (Touch object : objects) {
			claim(sample, object, false, wide, crowd);
		}
	}

	private void count(int[] words, Sample sample, Touch object, boolean wide, Crowd crowd) {
		long owner = crowd.owners().find(object);
		if (owner == 0 || ObjectOwners.isShared(owner)) {
			return;
		}
		boolean foreign = isForeign(owner, sample, crowd);
		if (!isPublic(object, crowd)) {
			this.foreign.count(words, foreign ? 1 : 0, 1, sample.time());
			crowd.group(sample).foreign().count(foreign);
		}
		if (!wide) {
			crowd.touched(object.type(), foreign);
		}
	}

	private static void claim(Sample sample, Touch object, boolean created, boolean wide, Crowd crowd) {
		if (!wide) {
			long owner = crowd.owners().find(object);
			boolean free = owner != 0 && crowd.group(ObjectOwners.group(owner)).isWide(WIDE);
			crowd.owners().touched(object, sample, created, free);
		}
	}

	/**
	 * Return what the evidence adds to the risk.
	 * @param nats what the request itself adds to it
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(int[] words, double nats, int now) {
		double sum = this.evidence.with(words, nats, now) - FREE;
		if (sum <= 0) {
			return Assessment.silent();
		}
		int count = words[this.count] + ((nats > 0) ? 1 : 0);
		return new Assessment(sum,
				(count == 1) ? "1 request for an object of others" : count + " requests for objects of others");
	}

}
