package io.zerotrust.samples.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Variant;
import io.zerotrust.samples.benchmarks.application.Variants;

/**
 * Requests with a valid token, another one each time, to every application.
 */
final class WholeRequests {

	private WholeRequests() {
	}

	static String measure(Plan plan) throws Exception {
		Map<Scenario, Series> series = series(plan.rounds(), plan.requests());
		return Table.of("Whole requests with a valid token", series, Variants.RESOURCE_SERVER);
	}

	static Map<Scenario, Series> series(int rounds, int requests) throws Exception {
		Supplier<Call> calls = Calls.valid();
		try (Variant none = Variants.none();
				Variant permitAll = Variants.permitAll();
				Variant resourceServer = Variants.resourceServer();
				Variant minimal = Variants.ztMinimal();
				Variant warm = Variants.ztMinimalWarm();
				Variant jdk = Variants.ztProven();
				Variant corretto = Variants.ztProvenCorretto();
				Variant observed = Variants.resourceServerObserved();
				Variant everything = Variants.ztEverything();
				Variant everythingWarm = Variants.ztEverythingWarm()) {
			List<Scenario> scenarios = List.of(Scenario.served(none, calls), Scenario.served(permitAll, calls),
					Scenario.served(resourceServer, calls), Scenario.served(minimal, calls),
					Scenario.served(warm, calls), Scenario.served(jdk, new ProvenCalls()),
					Scenario.served(corretto, new ProvenCalls()), Scenario.served(observed, calls),
					Scenario.served(everything, calls), Scenario.served(everythingWarm, calls));
			return Harness.measure(scenarios, rounds, requests);
		}
	}

}
