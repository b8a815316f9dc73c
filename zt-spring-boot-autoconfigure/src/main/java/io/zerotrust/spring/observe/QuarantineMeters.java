package io.zerotrust.spring.observe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.risk.quarantine.QuarantineCause;
import io.zerotrust.risk.quarantine.QuarantineTally;

/**
 * Shows what is in quarantine, and what became of it.
 *
 * @since 0.1.0
 */
public final class QuarantineMeters {

	private QuarantineMeters() {
	}

	/**
	 * Show what is in quarantine.
	 * @param quarantine holds it
	 * @return what binds its meters
	 */
	public static MeterBinder of(Quarantine quarantine) {
		return (registry) -> {
			Gauge.builder(MeterCatalogue.QUARANTINES.name(), quarantine, Quarantine::size)
				.description("Quarantines that are held")
				.register(registry);
			counters(quarantine.tally(), registry);
		};
	}

	private static void counters(QuarantineTally tally, MeterRegistry registry) {
		for (QuarantineCause cause : QuarantineCause.values()) {
			FunctionCounter.builder(MeterCatalogue.QUARANTINES_IMPOSED.name(), tally, (all) -> all.imposed(cause))
				.description("Quarantines that were imposed or made longer")
				.tags("cause", Tags.word(cause))
				.register(registry);
		}
		FunctionCounter.builder(MeterCatalogue.QUARANTINES_RELEASED.name(), tally, QuarantineTally::released)
			.description("Quarantines that were lifted before their time")
			.register(registry);
		FunctionCounter.builder(MeterCatalogue.QUARANTINES_EXPIRED.name(), tally, QuarantineTally::expired)
			.description("Quarantines that ran out")
			.register(registry);
		FunctionCounter.builder(MeterCatalogue.QUARANTINES_REJECTED.name(), tally, QuarantineTally::rejected)
			.description("Quarantines there was no room for")
			.register(registry);
	}

}
