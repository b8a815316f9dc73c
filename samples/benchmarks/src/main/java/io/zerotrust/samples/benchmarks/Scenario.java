package io.zerotrust.samples.benchmarks;

import java.util.Set;
import java.util.function.Supplier;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Variant;

/**
 * One kind of request to one application.
 *
 * @param name what is sent to whom
 * @param variant the application
 * @param calls what is sent
 * @param expected how it may be answered; another status ends the measurement
 */
record Scenario(String name, Variant variant, Supplier<Call> calls, Set<Integer> expected) {

	/**
	 * Valid tokens, served.
	 */
	static Scenario served(Variant variant, Supplier<Call> calls) {
		return new Scenario(variant.name(), variant, calls, Set.of(200));
	}

	/**
	 * Send one request.
	 * @return the status
	 */
	int send() throws Exception {
		int status = this.variant.send(this.calls.get());
		if (!this.expected.contains(status)) {
			throw new IllegalStateException(this.name + " was answered " + status + ", expected " + this.expected);
		}
		return status;
	}

}
