package io.zerotrust.risk.learned;

/**
 * A place in a profile for where on the map a principal was last seen, and when.
 */
final class LastPlace {

	private static final int MOST_HOURS = 4;

	private static final double FASTEST = 900;

	private static final double EARTH_RADIUS = 6371;

	private static final int COUNTRY = 2;

	private static final int SEEN = 3;

	private final int at;

	/**
	 * Describe the place.
	 * @param at the first of its four words
	 */
	LastPlace(int at) {
		this.at = at;
	}

	int end() {
		return this.at + 4;
	}

	int country(int[] words) {
		return words[this.at + COUNTRY];
	}

	/**
	 * Whether nobody travels as fast as from there to where a request comes from.
	 */
	boolean isTooFar(int[] words, Surroundings now, int time) {
		int then = words[this.at + SEEN];
		int country = words[this.at + COUNTRY];
		if (then == 0 || country == Sample.ABSENT || now.country() == Sample.ABSENT || country == now.country()
				|| Float.isNaN(now.latitude()) || Math.abs(time - then) >= MOST_HOURS * Decay.HOUR) {
			return false;
		}
		double kilometres = distance(Words.number(words, this.at), Words.number(words, this.at + 1), now.latitude(),
				now.longitude());
		return kilometres * Decay.HOUR > FASTEST * Math.max(1, Math.abs(time - then));
	}

	/**
	 * Return the distance of two points on the globe, in kilometres (haversine formula).
	 */
	private static double distance(double latitude, double longitude, double otherLatitude, double otherLongitude) {
		double south = StrictMath.sin(StrictMath.toRadians(otherLatitude - latitude) / 2);
		double east = StrictMath.sin(StrictMath.toRadians(otherLongitude - longitude) / 2);
		double angle = south * south + StrictMath.cos(StrictMath.toRadians(latitude))
				* StrictMath.cos(StrictMath.toRadians(otherLatitude)) * east * east;
		return 2 * EARTH_RADIUS * StrictMath.asin(Math.min(1, StrictMath.sqrt(angle)));
	}

	void learn(int[] words, Surroundings now, int time) {
		if (!Float.isNaN(now.latitude())) {
			Words.number(words, this.at, now.latitude());
			Words.number(words, this.at + 1, now.longitude());
			words[this.at + COUNTRY] = now.country();
			words[this.at + SEEN] = time;
		}
	}

}
