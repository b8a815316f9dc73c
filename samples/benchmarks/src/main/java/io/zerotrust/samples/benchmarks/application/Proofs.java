package io.zerotrust.samples.benchmarks.application;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Proofs without end, each to be used once. They are made on a thread of their own, so
 * that they are in nobody's figures.
 */
public final class Proofs {

	private static final int AHEAD = 2000;

	private final BlockingQueue<String> made = new ArrayBlockingQueue<>(AHEAD);

	private final Prover prover;

	/**
	 * Begin to make proofs.
	 * @param prover the client who makes them
	 */
	public Proofs(Prover prover) {
		this.prover = prover;
		Thread maker = new Thread(this::make, "proofs");
		maker.setDaemon(true);
		maker.start();
	}

	private void make() {
		try {
			while (true) {
				this.made.put(this.prover.prove(Instant.now()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Return the next proof.
	 * @return a proof nobody has used
	 */
	public String next() {
		try {
			return this.made.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
