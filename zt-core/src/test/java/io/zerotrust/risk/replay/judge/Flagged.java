package io.zerotrust.risk.replay.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * At which multiple of what was usual those who did more and more were refused something.
 *
 * @param rate how much more they did each day
 * @param climbers how many they were
 * @param end the multiple at the end, if nobody stopped them
 * @param factors the multiples of those who were stopped, in the order of time
 * @param others how many of the rest were refused something
 */
public record Flagged(double rate, int climbers, double end, List<Double> factors, int others) {

	public Flagged {
		factors = List.copyOf(factors);
	}

	/**
	 * Return the multiple at which a share of them had been stopped.
	 * @param share from 0 to 1
	 * @return the multiple, infinite if that never was so
	 */
	public double factor(double share) {
		List<Double> sorted = new ArrayList<>(this.factors);
		Collections.sort(sorted);
		int needed = (int) StrictMath.ceil(share * this.climbers);
		return (sorted.size() < needed) ? Double.POSITIVE_INFINITY : sorted.get(needed - 1);
	}

}
