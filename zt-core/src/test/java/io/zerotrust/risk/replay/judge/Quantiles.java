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
		double[] values = all.stream().mapToDouble(value).toArray();
		return (values.length == 0) ? new Quantiles(0, 0) : new Quantiles(at(values, 0.5), at(values, 0.9));
	}

	static double at(double[] values, double share) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[Math.min(sorted.length - 1, (int) StrictMath.ceil(share * sorted.length) - 1)];
	}

}
