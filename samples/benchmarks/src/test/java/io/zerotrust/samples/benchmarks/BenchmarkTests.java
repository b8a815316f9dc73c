package io.zerotrust.samples.benchmarks;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Variant;
import io.zerotrust.samples.benchmarks.application.Variants;
import io.zerotrust.samples.benchmarks.profile.Places;
import io.zerotrust.samples.benchmarks.risk.Risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Shows that every scenario is answered as its name says; the figures are for whoever
 * runs it.
 */
class BenchmarkTests {

	@Test
	void wholeRequestsWhenTokenValidThenEveryVariantServes() throws Exception {
		Map<Scenario, Series> series = WholeRequests.series(2, 20);
		assertThat(series).hasSize(10).allSatisfy((scenario, measured) -> {
			assertThat(measured.statuses()).as(scenario.name()).containsExactly(Map.entry(200, 40));
			assertThat(measured.bytes()).isPositive();
		});
		assertThat(Table.of("", series, Variants.RESOURCE_SERVER)).contains("no security", "permitAll", "zt minimal",
				"DPoP, Corretto", "zt everything", "1.000");
	}

	@Test
	void floodWhenTokensForgedThenVerifiedOrRefusedAtArrival() throws Exception {
		try (Variant plain = Variants.resourceServer(); Variant zt = Variants.ztEverything()) {
			Map<Scenario, Series> series = Flood.series(plain, zt, 10, 20);
			assertThat(series).hasSize(4);
			series.forEach((scenario, measured) -> {
				boolean throttled = scenario.name().endsWith("throttled");
				// a limit lets one through now and then
				assertThat(measured.statuses().keySet()).as(scenario.name())
					.isSubsetOf(scenario.expected())
					.contains(throttled ? 429 : scenario.expected().iterator().next());
			});
		}
	}

	@Test
	void forgedWhenSentToTheUnsecuredThenServed() throws Exception {
		Supplier<Call> forged = Calls.forged("198.51.100.1");
		try (Variant none = Variants.none(); Variant permitAll = Variants.permitAll()) {
			assertThat(none.send(forged.get())).isEqualTo(200);
			assertThat(permitAll.send(forged.get())).isEqualTo(200);
		}
	}

	@Test
	void profileWhenRecordedThenTellsWhereRequestsGo() throws Exception {
		assertThat(Places.table(Profiles.workloads(4, 100))).contains("JDK: signature", "zt: token", "zt everything");
	}

	@Test
	void measureWhenAnswerUnexpectedThenEnds() throws Exception {
		try (Variant plain = Variants.resourceServer()) {
			Scenario forged = new Scenario("forged", plain, Calls.forged("198.51.100.1"), Set.of(200));
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> Harness.measure(List.of(forged), 2, 1))
				.withMessage("forged was answered 401, expected [200]");
		}
	}

	@Test
	void riskWhenPrincipalsAreKnownThenMeasuredAndTheySurviveAFlood() throws Exception {
		String table = Risk.measure(2000, 0);
		assertThat(table).contains("score + learn", "check + learn", "objects", "bytes/principal", "invented");
		assertThat(table).containsPattern("still known +2000");
	}

	@Test
	void parseWhenNothingGivenThenEverything() {
		assertThat(Plan.parse(List.of()))
			.isEqualTo(new Plan(EnumSet.complementOf(EnumSet.of(Measurement.LOAD)), 40, 1000, 3, 100_000));
		assertThat(Plan.parse(List.of("flood", "rounds=4", "requests=50")))
			.isEqualTo(new Plan(Set.of(Measurement.FLOOD), 4, 50, 3, 100_000));
		assertThat(Plan.parse(List.of("load", "seconds=8")))
			.isEqualTo(new Plan(Set.of(Measurement.LOAD), 40, 1000, 8, 100_000));
		assertThatIllegalArgumentException().isThrownBy(() -> Plan.parse(List.of("floods")))
			.withMessageContaining("floods")
			.withMessageContaining("profile");
	}

}
