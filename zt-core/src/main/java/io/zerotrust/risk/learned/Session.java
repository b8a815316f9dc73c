package io.zerotrust.risk.learned;

/**
 * A session of a principal. What its surroundings say is held until they change or the
 * episode of 30 minutes is over.
 *
 * @param key the session
 * @param network the network of the last trial
 * @param device the device of the last trial
 * @param agent the family of the user agent of the last trial
 * @param tried whether there was a trial in this episode
 * @param since when the episode began, in milliseconds since the epoch
 * @param held what the trial said
 * @param used the endpoints used in the episode
 * @param peak the highest distance from the threshold on that day, in nats
 * @param day the day, counted from the epoch
 */
record Session(int key, int network, int device, int agent, boolean tried, long since, Novelty held, EndpointSet used,
		double peak, long day) {

	private static final long EPISODE = 30 * Decay.MINUTE;

	static Session of(Sample sample) {
		return new Session(sample.session(), 0, 0, 0, false, sample.time(), Novelty.NONE, EndpointSet.NONE,
				Double.NEGATIVE_INFINITY, Long.MIN_VALUE);
	}

	/**
	 * Begin a session that is not counted, since its principal has had many that day.
	 */
	static Session uncounted(Sample sample, long day) {
		return new Session(sample.session(), 0, 0, 0, false, sample.time(), Novelty.NONE, EndpointSet.NONE,
				Double.POSITIVE_INFINITY, day);
	}

	boolean isCounted() {
		return this.peak != Double.POSITIVE_INFINITY;
	}

	boolean isOver(long now) {
		return now - this.since >= EPISODE;
	}

	/**
	 * Whether the request is no new trial.
	 */
	boolean holds(Sample sample) {
		return this.tried && this.network == sample.network() && this.device == sample.device()
				&& this.agent == sample.agent() && !isOver(sample.time());
	}

	/**
	 * Begin an episode without a trial.
	 */
	Session begin(long now) {
		return new Session(this.key, this.network, this.device, this.agent, false, now, Novelty.NONE, EndpointSet.NONE,
				this.peak, this.day);
	}

	Session trial(Sample sample, Novelty held) {
		return new Session(this.key, sample.network(), sample.device(), sample.agent(), true,
				Math.max(this.since, sample.time()), held, isOver(sample.time()) ? EndpointSet.NONE : this.used,
				this.peak, this.day);
	}

	Session use(int endpoint) {
		EndpointSet used = this.used.with(endpoint);
		return (used == this.used) ? this : new Session(this.key, this.network, this.device, this.agent, this.tried,
				this.since, this.held, used, this.peak, this.day);
	}

	/**
	 * Note how far a request was from the threshold.
	 */
	Session peak(double distance, long today) {
		if (today < this.day || (today == this.day && distance <= this.peak)) {
			return this;
		}
		return new Session(this.key, this.network, this.device, this.agent, this.tried, this.since, this.held,
				this.used, distance, today);
	}

}
