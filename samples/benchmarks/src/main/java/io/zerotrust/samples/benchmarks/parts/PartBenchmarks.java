package io.zerotrust.samples.benchmarks.parts;

import java.security.SecureRandom;
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

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionIds;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.policy.PolicyCheck;
import io.zerotrust.risk.RiskScore;
import io.zerotrust.spring.web.RefusalProblem;

/**
 * What the parts of a request's way through zt cost by themselves, and the decoder as the
 * yardstick.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class PartBenchmarks {

	private final PolicyCheck policy = new PolicyCheck();

	private final DecisionIds ids = new DecisionIds(new SecureRandom());

	private final Refusal refusal = Deny.of(new Reason("policy.role-missing", "benchmark"));

	/**
	 * The gate ARRIVAL.
	 * @param pieces what is measured
	 * @return the result, so that nothing is optimised away
	 */
	@Benchmark
	public Evaluation arrival(Pieces pieces) {
		return decide(pieces, Gate.ARRIVAL);
	}

	/**
	 * The gate ACCESS.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public Evaluation access(Pieces pieces) {
		return decide(pieces, Gate.ACCESS);
	}

	private static Evaluation decide(Pieces pieces, Gate gate) {
		return pieces.decisionPoint.decide(gate, (gate == Gate.ACCESS) ? pieces.access : pieces.arrival)
			.toCompletableFuture()
			.join();
	}

	/**
	 * Who asks, read from a verified token.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public Subject subject(Pieces pieces) {
		return pieces.subjects.read(pieces.authentication, CredentialKind.JWT);
	}

	/**
	 * The policy of an endpoint.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public Finding policy(Pieces pieces) {
		return this.policy.evaluate(pieces.access);
	}

	/**
	 * The risk score.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public RiskScore risk(Pieces pieces) {
		return pieces.risk.score(pieces.access);
	}

	/**
	 * The risk score with what is learned of a known principal.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public RiskScore learnedRisk(Pieces pieces) {
		return pieces.learnedRisk.score(pieces.access);
	}

	/**
	 * What a served request of a known principal teaches.
	 * @param pieces what is measured
	 */
	@Benchmark
	public void learn(Pieces pieces) {
		pieces.learned.accept(pieces.outcome);
	}

	/**
	 * A request counted against the limits of its address.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public Finding addressLimit(Pieces pieces) {
		return pieces.addressLimit.evaluate(pieces.arrival);
	}

	/**
	 * A request counted against the limit of its subject.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public Finding subjectLimit(Pieces pieces) {
		return pieces.subjectLimit.evaluate(pieces.access);
	}

	/**
	 * The id of a decision.
	 * @return the result
	 */
	@Benchmark
	public String decisionId() {
		return this.ids.get();
	}

	/**
	 * The answer to a refused request.
	 * @return the result
	 */
	@Benchmark
	public RefusalProblem refusal() {
		return RefusalProblem.of(this.refusal, "00112233445566778899aabbccddeeff", "api");
	}

	/**
	 * Spring's decoder, for comparison.
	 * @param pieces what is measured
	 * @return the result
	 */
	@Benchmark
	public Jwt decoder(Pieces pieces) {
		return pieces.decoder.decode(pieces.token);
	}

}
