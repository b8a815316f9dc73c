package io.zerotrust.spring.observe;

import java.util.List;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.origin.AddressDatabases;
import io.zerotrust.spring.origin.DatabaseStatus;

/**
 * Shows how it stands with databases of addresses.
 *
 * @since 0.1.0
 */
public final class OriginMeters {

	private OriginMeters() {
	}

	/**
	 * Show the databases. Another source than ours has nothing to show.
	 * @param origins what tells where addresses lie
	 * @return what binds their meters
	 */
	public static MeterBinder of(OriginSource origins) {
		return (registry) -> {
			if (!(origins instanceof AddressDatabases databases)) {
				return;
			}
			List<DatabaseStatus> all = databases.status();
			for (int i = 0; i < all.size(); i++) {
				int row = i;
				String database = Tags.word(all.get(i).kind());
				Gauge
					.builder(MeterCatalogue.ORIGIN_AGE.name(), databases,
							(known) -> known.status().get(row).age().toMillis() / 1000.0)
					.description("How long ago the database of addresses was built")
					.baseUnit("seconds")
					.tags("database", database)
					.register(registry);
				FunctionCounter
					.builder(MeterCatalogue.ORIGIN_FAILURES.name(), databases,
							(known) -> known.status().get(row).failures())
					.description("How often a database of addresses could not be read")
					.tags("database", database)
					.register(registry);
			}
		};
	}

}
