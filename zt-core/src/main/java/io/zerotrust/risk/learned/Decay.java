package io.zerotrust.risk.learned;

/**
 * How fast something is forgotten. Times are seconds since the epoch.
 *
 * @param halfLife after which time half of it is left, in seconds
 */
record Decay(int halfLife) {

	static final int MINUTE = 60;

	static final int HOUR = 60 * MINUTE;

	static final int DAY = 24 * HOUR;

	private static final double LN2 = StrictMath.log(2);

	static Decay hours(int halfLife) {
		return new Decay(halfLife * HOUR);
	}

	static Decay days(int halfLife) {
		return new Decay(halfLife * DAY);
	}

	/**
	 * Return which share is left. Requests may come out of order; those that come late
	 * meet what is there.
	 */
	double left(int since, int now) {
		return (now <= since) ? 1 : StrictMath.exp(-LN2 * (now - since) / this.halfLife);
	}

}
