package io.zerotrust.risk.learned;

import io.zerotrust.risk.Assessment;

/**
 * What of the surroundings is remembered, each as a table of familiar values. Their
 * novelty follows Pitman and Yor: the more values somebody had, the less a new one says.
 */
enum Facet {

	COUNTRY("country", "country", 4, 0.5, 0.6, 0.1, 4.5),

	ASN("asn", "provider", 6, 0.75, 0.8, 0.3, 4),

	NETWORK("network", "network", 8, 0.9, 1.5, 0.6, 3),

	DEVICE("device", "device", 4, 0.9, 0.7, 0.3, 4),

	AGENT("user-agent", "user agent", 4, 0.5, 0.5, 0.2, 3),

	FINGERPRINT("ja4", "TLS fingerprint", 6, 0.75, 0.8, 0.5, 3.5);

	static final Facet[] ALL = values();

	private static final double LEAST = -0.5;

	private static final double LEAST_SEEN = -1.6;

	private static final double MOST_SEEN = 1.5;

	private final String signal;

	private final String words;

	private final int most;

	/**
	 * The probability that an attacker shows a new value.
	 */
	private final double attacker;

	private final double alpha;

	private final double discount;

	private final double cap;

	Facet(String signal, String words, int most, double attacker, double alpha, double discount, double cap) {
		this.signal = signal;
		this.words = words;
		this.most = most;
		this.attacker = attacker;
		this.alpha = alpha;
		this.discount = discount;
		this.cap = cap;
	}

	String signal() {
		return this.signal;
	}

	/**
	 * Return how many values are remembered.
	 */
	int most() {
		return this.most;
	}

	int bit() {
		return 1 << ordinal();
	}

	/**
	 * The probability that the principal shows a new value; 1 without trials.
	 * @param trials how often it was looked at
	 * @param kinds how many values it had
	 */
	double newValue(double trials, double kinds) {
		return Math.min(1, (this.alpha + this.discount * kinds) / (this.alpha + trials));
	}

	/**
	 * Say how much likelier an attacker shows a value that was never seen.
	 */
	double unseen(double newValue) {
		return Math.max(LEAST, Math.min(this.cap, StrictMath.log(this.attacker / newValue)));
	}

	/**
	 * Say how much likelier an attacker shows a value that was seen.
	 * @param weight how often it was seen; once makes it only half familiar
	 */
	double seen(double newValue, double weight) {
		double familiar = StrictMath.log((1 - this.attacker) / (1 - newValue));
		double share = weight / (weight + 1);
		return share * Math.max(LEAST_SEEN, Math.min(0, familiar))
				+ (1 - share) * Math.min(unseen(newValue), MOST_SEEN);
	}

	/**
	 * Take off what peers vouch for.
	 */
	static double discounted(double nats, double discount) {
		return Math.max(LEAST, nats - discount);
	}

	Assessment assessment(double nats, boolean unseen) {
		String words = (nats < 0) ? "known " + this.words : this.words + (unseen ? " never seen" : " seldom seen");
		return new Assessment(nats, words);
	}

}
