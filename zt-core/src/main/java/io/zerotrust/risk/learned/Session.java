package io.zerotrust.risk.learned;

import org.jspecify.annotations.Nullable;

/**
 * A session of a principal: with what it began, what its surroundings say until they
 * change or the episode of 30 minutes is over, and whether it is over a threshold.
 * Changed only by whoever changes the profile of its principal.
 */
final class Session {

	private static final int EPISODE = 30 * Decay.MINUTE;

	private static final int IDLE = 60 * Decay.MINUTE;

	private static final int CALM = 5 * Decay.MINUTE;

	private static final int CALM_REQUESTS = 20;

	private static final double CALM_DISTANCE = 0.15;

	private static final EndpointSet USED = new EndpointSet(0);

	private final long key;

	private final long principal;

	private Surroundings anchor;

	private final Interleave interleave = new Interleave();

	private @Nullable Surroundings tried;

	private int since;

	private int seen;

	private Novelty held = Novelty.NONE;

	private int @Nullable [] used;

	private double peak = Double.NEGATIVE_INFINITY;

	private int day = Integer.MIN_VALUE;

	private boolean counted = true;

	private boolean begun;

	private boolean over;

	private int calmSince;

	private int calm;

	/**
	 * Begin a session.
	 * @param sample its first request
	 */
	Session(Sample sample) {
		this.key = sample.session();
		this.principal = sample.principal().low();
		this.anchor = sample.surroundings();
		this.interleave.begin(sample.surroundings());
		this.since = sample.time();
		this.seen = sample.time();
	}

	long key() {
		return this.key;
	}

	boolean isOf(PrincipalKey principal) {
		return this.principal == principal.low();
	}

	/**
	 * Whether somebody was there who was not refused for the surroundings.
	 */
	boolean hasBegun() {
		return this.begun;
	}

	/**
	 * Begin it here, unless it has begun. A thief who is first does not say where.
	 */
	void beginAt(Sample sample) {
		if (!this.begun) {
			this.begun = true;
			this.anchor = sample.surroundings();
			this.interleave.begin(sample.surroundings());
		}
	}

	Surroundings anchor() {
		return this.anchor;
	}

	Interleave interleave() {
		return this.interleave;
	}

	int seen() {
		return this.seen;
	}

	/**
	 * Whether it has been quiet for so long that it may begin anew elsewhere.
	 */
	boolean isIdle(int now) {
		return now - this.seen >= IDLE;
	}

	void see(int now) {
		this.seen = Math.max(this.seen, now);
	}

	/**
	 * Take the surroundings of a request that has just stepped up for those of the
	 * session.
	 */
	void anchor(Sample sample) {
		this.anchor = sample.surroundings();
		this.interleave.begin(sample.surroundings());
		this.over = false;
	}

	/**
	 * Whether the request is no new trial.
	 */
	boolean holds(Sample sample) {
		Surroundings tried = this.tried;
		Surroundings now = sample.surroundings();
		return tried != null && !isOver(sample.time()) && tried.network() == now.network()
				&& tried.device() == now.device() && tried.agent() == now.agent()
				&& tried.fingerprint() == now.fingerprint();
	}

	Novelty held() {
		return this.held;
	}

	boolean isOver(int now) {
		return now - this.since >= EPISODE;
	}

	/**
	 * Begin an episode, without a trial yet.
	 */
	void begin(int now) {
		this.since = now;
		this.tried = null;
		this.held = Novelty.NONE;
		this.used = null;
	}

	void trial(Sample sample, Novelty held) {
		if (isOver(sample.time())) {
			begin(sample.time());
		}
		this.tried = sample.surroundings();
		this.held = held;
	}

	boolean uses(int endpoint, int now) {
		int[] used = this.used;
		return used != null && !isOver(now) && USED.contains(used, endpoint);
	}

	void use(int endpoint) {
		if (this.used == null) {
			this.used = new int[EndpointSet.WORDS];
		}
		USED.add(this.used, endpoint);
	}

	/**
	 * Note how far a request was from the threshold.
	 * @return the highest distance of the day until now, or negative infinity
	 */
	double peak(double distance, int today) {
		double before = (today == this.day) ? this.peak : Double.NEGATIVE_INFINITY;
		if (today >= this.day && distance > before) {
			this.peak = distance;
			this.day = today;
		}
		return before;
	}

	boolean isCounted() {
		return this.counted;
	}

	/**
	 * Do not count it: its principal has had many that day.
	 */
	void discount() {
		this.counted = false;
	}

	/**
	 * Whether it was over a threshold and has not calmed down since.
	 */
	boolean isHeld() {
		return this.over;
	}

	/**
	 * Note where a request stands.
	 * @param refused whether it came over the threshold
	 * @param distance how far its risk is below the threshold
	 */
	void rule(boolean refused, double distance, int now) {
		if (refused) {
			this.over = true;
		}
		if (!this.over) {
			return;
		}
		if (refused || distance < CALM_DISTANCE) {
			this.calm = 0;
			this.calmSince = now;
		}
		else if (++this.calm >= CALM_REQUESTS && now - this.calmSince >= CALM) {
			this.over = false;
		}
	}

}
