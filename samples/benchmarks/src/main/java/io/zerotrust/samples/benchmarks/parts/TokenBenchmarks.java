package io.zerotrust.samples.benchmarks.parts;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.security.oauth2.jwt.Jwt;

import io.zerotrust.token.dpop.ProofResult;

/**
 * What it costs to verify a token: the decoder Spring Boot builds beside that of zt, to
 * which every token is new, or known.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
public class TokenBenchmarks {

	/**
	 * Spring Boot's decoder, RS256.
	 * @param decoders what is measured
	 * @return the result, so that nothing is optimised away
	 */
	@Benchmark
	public Jwt plainRs256(Decoders decoders) {
		return decoders.plain.decode(decoders.rsa());
	}

	/**
	 * The decoder of zt, RS256, the token never seen.
	 * @param decoders what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt coldRs256(Decoders decoders) {
		return decoders.cold.decode(decoders.rsa());
	}

	/**
	 * The decoder of zt, RS256, the token seen before.
	 * @param decoders what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt warmRs256(Decoders decoders) {
		return decoders.warm.decode(decoders.rsa());
	}

	/**
	 * The decoder of zt with Amazon Corretto Crypto Provider, RS256, the token never
	 * seen.
	 * @param decoders what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt correttoRs256(Decoders decoders) {
		return decoders.corretto.decode(decoders.rsa());
	}

	/**
	 * Spring Boot's decoder, ES256.
	 * @param decoders what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt plainEs256(Decoders decoders) {
		return decoders.plain.decode(decoders.elliptic());
	}

	/**
	 * The decoder of zt, ES256, the token never seen.
	 * @param decoders what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt coldEs256(Decoders decoders) {
		return decoders.cold.decode(decoders.elliptic());
	}

	/**
	 * The decoder of zt, ES256, the token seen before.
	 * @param decoders what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt warmEs256(Decoders decoders) {
		return decoders.warm.decode(decoders.elliptic());
	}

	/**
	 * The decoder of zt with Amazon Corretto Crypto Provider, ES256, the token never
	 * seen.
	 * @param decoders what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt correttoEs256(Decoders decoders) {
		return decoders.corretto.decode(decoders.elliptic());
	}

	/**
	 * A proof of possession, ES256, verified by the JDK.
	 * @param verifiers what is measured
	 * @return the result
	 */
	@Benchmark
	public ProofResult proof(ProofVerifiers verifiers) {
		return verifiers.verify(verifiers.jdk);
	}

	/**
	 * A proof of possession, ES256, verified by Amazon Corretto Crypto Provider.
	 * @param verifiers what is measured
	 * @return the result
	 */
	@Benchmark
	public ProofResult correttoProof(ProofVerifiers verifiers) {
		return verifiers.verify(verifiers.corretto);
	}

	/**
	 * A whole request to a plain resource server, RS256.
	 * @param decoders what is measured
	 * @return the result
	 * @throws Exception if the application lets one out
	 */
	@Benchmark
	public int wholePlainRequest(Decoders decoders) throws Exception {
		return decoders.request();
	}

}
