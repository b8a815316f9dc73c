package io.zerotrust.samples.benchmarks;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Prover;

/**
 * Calls with a bound token and a fresh proof each. The proofs are made on a thread of
 * their own, so that they are in nobody's figures.
 */
final class ProvenCalls implements Supplier<Call> {

	private static final int AHEAD = 2000;

	private final BlockingQueue<String> proofs = new ArrayBlockingQueue<>(AHEAD);

	private final Prover prover = new Prover();

	ProvenCalls() {
		Thread maker = new Thread(this::make, "proofs");
		maker.setDaemon(true);
		maker.start();
	}

	private void make() {
		try {
			while (true) {
				this.proofs.put(this.prover.prove(Instant.now()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public Call get() {
		try {
			return new Call(this.prover.token(), "203.0.113.7", this.proofs.take());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
