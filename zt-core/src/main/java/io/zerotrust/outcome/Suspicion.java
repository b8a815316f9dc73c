package io.zerotrust.outcome;

/**
 * What the application itself found suspicious about a request, after the detection
 * points of OWASP AppSensor: a value that no form of ours sends, an order of steps that
 * no screen allows, a bait that nobody has a reason to touch. It counts against the
 * caller, if the caller is proven, and fades within hours. It refuses nothing by itself.
 *
 * <p>
 * A report counts for the request that the current thread works for. Outside of a request
 * it does nothing, so services may be called from anywhere.
 *
 * @param point what was found, in letters, digits, {@code .}, {@code _} and {@code -}:
 * {@code IE2} or {@code price-changed}; never a value the caller has sent
 * @param weight how many times likelier an attacker does it than anybody else, as the
 * natural logarithm: more than 0 and at most 6. From 2, seven times, it is worth a word
 * @since 0.1.0
 */
public record Suspicion(String point, double weight) {

	/**
	 * The weight of what only an attacker does, and at most that of one request.
	 */
	public static final double MOST = 6;

	private static final int LONGEST = 64;

	/**
	 * Create a suspicion, to be reported by other means than the current thread.
	 * @throws IllegalArgumentException if the point is no name or the weight is out of
	 * range
	 */
	public Suspicion {
		if (!isName(point)) {
			throw new IllegalArgumentException(
					"point must be 1 to 64 letters, digits, dots, underscores or hyphens: " + point);
		}
		if (!(weight > 0 && weight <= MOST)) {
			throw new IllegalArgumentException("weight must be above 0 and at most 6: " + weight);
		}
	}

	private static boolean isName(String text) {
		if (text == null || text.isEmpty() || text.length() > LONGEST) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			char each = text.charAt(i);
			boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
			if (!letter && (each < '0' || each > '9') && each != '.' && each != '_' && each != '-') {
				return false;
			}
		}
		return true;
	}

	/**
	 * Report something suspicious about the request.
	 * @param point what was found
	 * @param weight how much it says, more than 0 and at most 6
	 * @throws IllegalArgumentException if the point is no name or the weight is out of
	 * range
	 */
	public static void report(String point, double weight) {
		Suspicion suspicion = new Suspicion(point, weight);
		TouchedObjects request = TouchedObjects.current();
		if (request != null) {
			request.add(suspicion);
		}
	}

	/**
	 * Report that the request took a bait: an endpoint, a record or a parameter that is
	 * there for attackers only (AppSensor HT1 to HT3).
	 * @param point which bait
	 * @throws IllegalArgumentException if the point is no name
	 */
	public static void honey(String point) {
		report(point, MOST);
	}

}
