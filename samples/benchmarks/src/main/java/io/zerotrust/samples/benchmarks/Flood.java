package io.zerotrust.samples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.zerotrust.samples.benchmarks.application.Variant;
import io.zerotrust.samples.benchmarks.application.Variants;

/**
 * Forged tokens: what it costs to verify one, and to refuse one whose address is known to
 * send such.
 */
final class Flood {

	/**
	 * How many forged tokens a flood has.
	 */
	static final int SIZE = 100_000;

	private static final String VERIFIED = "zt everything, forged token verified";

	private static final String THROTTLED = "zt everything, address throttled";

	private static final String FLOODING = "198.51.100.66";

	private static final int TOO_MANY = 429;

	private Flood() {
	}

	static String measure(Plan plan) throws Exception {
		try (Variant plain = Variants.resourceServer(); Variant zt = Variants.ztEverything()) {
			Series flood = new Series();
			Harness.measure(fromOneAddress(zt), SIZE, flood);
			Map<Scenario, Series> series = series(plain, zt, plan.rounds() / 2, plan.requests());
			return Table.of("Forged tokens", series, VERIFIED) + words(flood, series);
		}
	}

	static Scenario fromOneAddress(Variant zt) {
		// a limit lets one through whenever it has refilled
		return new Scenario(THROTTLED, zt, Calls.forged(FLOODING), Set.of(401, TOO_MANY));
	}

	static Map<Scenario, Series> series(Variant plain, Variant zt, int rounds, int requests) throws Exception {
		List<Scenario> scenarios = List.of(
				new Scenario("resource server, forged token verified", plain, Calls.forgedFromEverywhere(),
						Set.of(401)),
				new Scenario(VERIFIED, zt, Calls.forgedFromEverywhere(), Set.of(401)),
				new Scenario("zt everything, address denied", zt, Calls.forged(Variants.DENIED_ADDRESS), Set.of(403)),
				fromOneAddress(zt));
		return Harness.measure(scenarios, rounds, requests);
	}

	private static String words(Series flood, Map<Scenario, Series> series) {
		String answers = String.format(Locale.ROOT,
				"%,d forged tokens from one address were answered %s, %.1f us each%n", SIZE, flood.statuses(),
				flood.micros(0.5));
		double share = Table.find(series, THROTTLED).micros(0.5) / Table.find(series, VERIFIED).micros(0.5);
		return answers
				+ String.format(Locale.ROOT, "one is refused at %.1f %% of the cost of verifying it%n", 100 * share);
	}

}
