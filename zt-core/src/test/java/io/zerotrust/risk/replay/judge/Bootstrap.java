package io.zerotrust.risk.replay.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A quantile, and where it may lie: 95 % of 400 samples drawn from the sample.
 *
 * @param value the quantile
 * @param low its lower bound
 * @param high its upper bound
 */
public record Bootstrap(double value, double low, double high) {

	private static final int SAMPLES = 400;

	/**
	 * Return a quantile.
	 * @param all what was measured
	 * @param value what is looked at
	 * @param share which quantile, from 0 to 1
	 */
	public static <T> Bootstrap of(List<T> all, ToDoubleFunction<T> value, double share) {
		double[] values = all.stream().mapToDouble(value).toArray();
		if (values.length == 0) {
			return new Bootstrap(0, 0, 0);
		}
		Random random = new Random(values.length);
		double[] quantiles = new double[SAMPLES];
		for (int i = 0; i < SAMPLES; i++) {
			double[] drawn = new double[values.length];
			for (int k = 0; k < drawn.length; k++) {
				drawn[k] = values[random.nextInt(values.length)];
			}
			quantiles[i] = Quantiles.at(drawn, share);
		}
		Arrays.sort(quantiles);
		return new Bootstrap(Quantiles.at(values, share), quantiles[SAMPLES / 40], quantiles[SAMPLES - SAMPLES / 40]);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", this.value, this.low, this.high);
	}

}
