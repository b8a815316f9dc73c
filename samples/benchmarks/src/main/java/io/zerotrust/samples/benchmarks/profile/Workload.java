package io.zerotrust.samples.benchmarks.profile;

/**
 * A profile beside what the workload was measured to cost.
 *
 * @param name what it is called in tables
 * @param profile where it goes
 * @param micros CPU time of a request, in microseconds
 * @param bytes bytes a request allocates
 */
public record Workload(String name, Profile profile, double micros, double bytes) {

	double micros(Place place) {
		return this.profile.timeShare(place) * this.micros;
	}

	double bytes(Place place) {
		return this.profile.byteShare(place) * this.bytes;
	}

}
