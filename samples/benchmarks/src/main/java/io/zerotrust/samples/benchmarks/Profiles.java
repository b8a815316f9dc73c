package io.zerotrust.samples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Variant;
import io.zerotrust.samples.benchmarks.application.Variants;
import io.zerotrust.samples.benchmarks.profile.Places;
import io.zerotrust.samples.benchmarks.profile.Profile;
import io.zerotrust.samples.benchmarks.profile.Workload;

/**
 * Profiles of whole requests with a valid token, with zt and without.
 */
final class Profiles {

	/**
	 * How many times the recorder turns to each of them.
	 */
	private static final int ROUNDS = 4;

	private Profiles() {
	}

	static String measure(Plan plan) throws Exception {
		return System.lineSeparator() + Places.table(workloads(plan.rounds(), plan.requests()));
	}

	static List<Workload> workloads(int rounds, int requests) throws Exception {
		Supplier<Call> calls = Calls.valid();
		try (Variant plain = Variants.resourceServer();
				Variant minimal = Variants.ztMinimal();
				Variant everything = Variants.ztEverything()) {
			List<Scenario> scenarios = List.of(Scenario.served(plain, calls), Scenario.served(minimal, calls),
					Scenario.served(everything, calls));
			// the recorder costs something too, so figures and shares are taken apart
			Map<Scenario, Series> series = Harness.measure(scenarios, rounds / 2, requests);
			Map<Scenario, Profile> profiles = new LinkedHashMap<>();
			record(scenarios, requests, (scenario) -> new Profile());
			for (int round = 0; round < ROUNDS; round++) {
				record(scenarios, 2 * rounds / ROUNDS * requests,
						(scenario) -> profiles.computeIfAbsent(scenario, (key) -> new Profile()));
			}
			List<Workload> workloads = new ArrayList<>();
			series.forEach((scenario, measured) -> workloads.add(new Workload(scenario.name(),
					Objects.requireNonNull(profiles.get(scenario)), measured.micros(0.5), measured.bytes())));
			return workloads;
		}
	}

	private static void record(List<Scenario> scenarios, int requests, Function<Scenario, Profile> profiles)
			throws Exception {
		for (Scenario scenario : scenarios) {
			profiles.apply(scenario).record(() -> {
				for (int i = 0; i < requests; i++) {
					scenario.send();
				}
				return null;
			});
		}
	}

}
