package io.zerotrust.samples.benchmarks.risk;

import java.util.Locale;

import org.openjdk.jol.info.GraphLayout;

/**
 * How much a principal takes up.
 */
final class Footprint {

	private Footprint() {
	}

	/**
	 * Describe it, by the heap and by the layout of all objects that can be reached.
	 * @param heap by how many bytes the heap has grown
	 * @param millis how long the population took
	 */
	static String of(Population population, long heap, long millis) {
		int principals = population.callers.length;
		// without it no layout of records is known
		System.setProperty("jol.magicFieldOffset", "true");
		long reached = GraphLayout.parseInstance(population.learned).totalSize();
		return String.format(Locale.ROOT, "%n%-32s %12s%n%-32s %12d%n%-32s %12d%n%-32s %12.0f%n%-32s %12.0f%n",
				"Memory", "", "principals", population.learned.principals(), "made in, ms", millis,
				"bytes/principal, grown heap", (double) heap / principals, "bytes/principal, JOL, all of it",
				(double) reached / principals);
	}

}
