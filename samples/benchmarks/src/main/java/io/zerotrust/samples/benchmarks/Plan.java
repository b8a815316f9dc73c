package io.zerotrust.samples.benchmarks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What to measure, and how long.
 *
 * @param measurements what is measured
 * @param rounds how many rounds of every scenario are measured, after half as many that
 * are not
 * @param requests how many requests a round has
 * @param seconds how long a server is under load in one round
 * @param principals how many principals have a history
 */
record Plan(Set<Measurement> measurements, int rounds, int requests, int seconds, int principals) {

	static Plan parse(List<String> arguments) {
		Set<Measurement> measurements = EnumSet.noneOf(Measurement.class);
		int rounds = 40;
		int requests = 1000;
		int seconds = 3;
		int principals = 100_000;
		for (String argument : arguments) {
			if (argument.startsWith("rounds=")) {
				rounds = Integer.parseInt(argument.substring("rounds=".length()));
			}
			else if (argument.startsWith("requests=")) {
				requests = Integer.parseInt(argument.substring("requests=".length()));
			}
			else if (argument.startsWith("seconds=")) {
				seconds = Integer.parseInt(argument.substring("seconds=".length()));
			}
			else if (argument.startsWith("principals=")) {
				principals = Integer.parseInt(argument.substring("principals=".length()));
			}
			else {
				measurements.add(measurement(argument));
			}
		}
		// a program of others puts the load on, which may not be there
		return new Plan(measurements.isEmpty() ? EnumSet.complementOf(EnumSet.of(Measurement.LOAD)) : measurements,
				rounds, requests, seconds, principals);
	}

	private static Measurement measurement(String name) {
		for (Measurement measurement : Measurement.values()) {
			if (measurement.name().toLowerCase(Locale.ROOT).equals(name)) {
				return measurement;
			}
		}
		throw new IllegalArgumentException("unknown argument: " + name + ", measured can be "
				+ Arrays.toString(Measurement.values()).toLowerCase(Locale.ROOT));
	}

}
