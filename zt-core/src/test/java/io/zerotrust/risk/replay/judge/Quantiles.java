package io.zerotrust.risk.replay.judge;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What half and what nine of ten stay below.
 *
 * @param median half
 * @param most nine of ten
 */
public record Quantiles(double median, double most) {

	public static <T> Quantiles of(List<T> all, ToDoubleFunction<T> value) {
		double[] sorted = all.stream().mapToDouble(value).toArray();
		Arrays.sort(sorted);
		return (sorted.length == 0) ? new Quantiles(0, 0) : new Quantiles(at(sorted, 0.5), at(sorted, 0.9));
	}

	private static double at(double[] sorted, double share) {
		return sorted[Math.min(sorted.length - 1, (int) StrictMath.ceil(share * sorted.length) - 1)];
	}

}
