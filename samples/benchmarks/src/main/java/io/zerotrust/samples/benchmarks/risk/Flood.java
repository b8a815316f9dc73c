package io.zerotrust.samples.benchmarks.risk;

import java.util.Locale;

import io.zerotrust.access.AccessRequest;

/**
 * Invented principals, each with sessions, devices, networks, objects and endpoints
 * nobody has seen, against those with a history.
 */
final class Flood {

	private static final int TIMES = 10;

	private Flood() {
	}

	/**
	 * Let ten times as many be invented as have a history.
	 */
	static String on(Population population) {
		int invented = TIMES * population.callers.length;
		long before = Risk.used();
		long began = System.nanoTime();
		for (int i = 0; i < invented; i++) {
			population.time += 10;
			Caller caller = Caller.of(i, "invented", i);
			AccessRequest request = caller.invent(i, population.time);
			population.teach(request);
		}
		long millis = (System.nanoTime() - began) / 1_000_000;
		long after = Risk.used();
		return String.format(Locale.ROOT,
				"%n%-32s %12s%n%-32s %12d%n%-32s %12d%n%-32s %12.1f%n%-32s %12.1f%n%-32s %12d%n%-32s %12d%n", "Flood",
				"", "invented", invented, "in, ms", millis, "heap before, MB", before / 1048576.0, "heap after, MB",
				after / 1048576.0, "principals remembered", population.learned.principals(), "still known",
				known(population));
	}

	/**
	 * Count whose stolen token still stands out.
	 */
	private static int known(Population population) {
		int known = 0;
		for (Caller caller : population.callers) {
			Caller thief = new Caller(caller.number(), caller.subject(), Caller.of(-1, "thief", 0).address(), "burner");
			if (population.engine.score(thief.ask(0, false, population.time)).risk() > 0.05) {
				known++;
			}
		}
		return known;
	}

}
