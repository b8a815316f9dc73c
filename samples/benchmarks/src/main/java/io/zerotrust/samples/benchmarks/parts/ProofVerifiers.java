package io.zerotrust.samples.benchmarks.parts;

import java.time.Instant;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.zerotrust.samples.benchmarks.application.Proofs;
import io.zerotrust.samples.benchmarks.application.Prover;
import io.zerotrust.samples.benchmarks.application.Variant;
import io.zerotrust.samples.benchmarks.application.Variants;
import io.zerotrust.token.dpop.PresentedProof;
import io.zerotrust.token.dpop.ProofResult;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Verifiers of proofs as applications have them, and proofs for them.
 */
@State(Scope.Benchmark)
public class ProofVerifiers {

	private final Variant jdkServer = Variants.ztProven();

	private final Variant correttoServer = Variants.ztProvenCorretto();

	final ProofVerifier jdk = this.jdkServer.bean(ProofVerifier.class);

	final ProofVerifier corretto = this.correttoServer.bean(ProofVerifier.class);

	private final Prover prover = new Prover();

	private final String thumbprint = this.prover.thumbprint();

	private final Proofs proofs = new Proofs(this.prover);

	ProofResult verify(ProofVerifier verifier) {
		PresentedProof proof = new PresentedProof(this.proofs.next(), "GET", Prover.TARGET, this.prover.token(),
				this.thumbprint, Instant.now());
		ProofResult result = verifier.verify(proof).toCompletableFuture().join();
		if (!(result instanceof ProofResult.Verified)) {
			throw new IllegalStateException("not verified: " + result);
		}
		return result;
	}

	/**
	 * Stop the applications.
	 */
	@TearDown
	public void close() {
		this.jdkServer.close();
		this.correttoServer.close();
	}

}
