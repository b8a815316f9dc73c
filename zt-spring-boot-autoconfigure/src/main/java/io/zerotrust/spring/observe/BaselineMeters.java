package io.zerotrust.spring.observe;

import java.time.Duration;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.baseline.BaselineKeeper;

/**
 * Shows how it stands with what is kept of baselines.
 *
 * @since 0.1.0
 */
public final class BaselineMeters {

	private BaselineMeters() {
	}

	/**
	 * Show when and how what is learned was saved.
	 * @param keeper saves it
	 * @return what binds its meters
	 */
	public static MeterBinder of(BaselineKeeper keeper) {
		return (registry) -> {
			Gauge.builder(MeterCatalogue.BASELINE_AGE.name(), keeper, (one) -> seconds(one.age()))
				.description("How long ago what is learned was saved")
				.baseUnit("seconds")
				.register(registry);
			Gauge.builder(MeterCatalogue.BASELINE_SIZE.name(), keeper, (one) -> one.status().bytes())
				.description("How long the last snapshot was")
				.baseUnit("bytes")
				.register(registry);
			Gauge.builder(MeterCatalogue.BASELINE_TIME.name(), keeper, (one) -> seconds(one.status().took()))
				.description("How long it took to save the last snapshot")
				.baseUnit("seconds")
				.register(registry);
			FunctionCounter.builder(MeterCatalogue.BASELINE_FAILURES.name(), keeper, (one) -> one.status().failures())
				.description("How often what is learned could not be read or saved")
				.register(registry);
		};
	}

	private static double seconds(@Nullable Duration time) {
		return (time != null) ? time.toMillis() / 1000.0 : Double.NaN;
	}

}
