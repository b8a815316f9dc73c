package io.zerotrust.samples.benchmarks;

import java.util.function.Supplier;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Proofs;
import io.zerotrust.samples.benchmarks.application.Prover;

/**
 * Calls with a bound token and a fresh proof each.
 */
final class ProvenCalls implements Supplier<Call> {

	private final Prover prover = new Prover();

	private final Proofs proofs = new Proofs(this.prover);

	@Override
	public Call get() {
		return new Call(this.prover.token(), "203.0.113.7", this.proofs.next());
	}

}
