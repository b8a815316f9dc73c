package io.zerotrust.samples.benchmarks.risk;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.RiskScore;

/**
 * What a request of somebody known costs, in the process of the population.
 */
@State(Scope.Benchmark)
@BenchmarkMode({ Mode.SampleTime, Mode.AverageTime })
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RiskBenchmarks {

	/**
	 * Between two requests of one caller, of all and of those who ask often.
	 */
	private static final long SELDOM = 450_000;

	private static final long OFTEN = 40_000;

	static @Nullable Population population;

	/**
	 * Who asks: everybody, or those who ask often.
	 */
	@Param({ "all", "hot" })
	public String callers = "all";

	/**
	 * Whether requests are for objects.
	 */
	@Param({ "none", "objects" })
	public String about = "none";

	private final Population known = made();

	private int size;

	private int next;

	private int turn;

	private double step;

	private double time;

	private static Population made() {
		Population made = population;
		if (made == null) {
			throw new IllegalStateException("runs only where a population was made");
		}
		return made;
	}

	/**
	 * Go on where the benchmark before has ended.
	 */
	@Setup
	public void begin() {
		boolean hot = this.callers.equals("hot");
		this.size = hot ? this.known.hot() : this.known.callers.length;
		this.step = (double) (hot ? OFTEN : SELDOM) / this.size;
		this.time = this.known.time;
	}

	/**
	 * A request, which the others make too.
	 * @return the result, so that nothing is optimised away
	 */
	@Benchmark
	public AccessRequest request() {
		// coprime to the number of callers, so that everybody comes, far apart in memory
		this.next = (this.next + 617) % this.size;
		this.turn += (this.next == 0) ? 1 : 0;
		this.time += this.step;
		this.known.time = (long) this.time;
		return this.known.callers[this.next].ask(this.turn, this.about.equals("objects"), this.known.time);
	}

	/**
	 * The score.
	 * @return the result
	 */
	@Benchmark
	public RiskScore score() {
		return this.known.engine.score(request());
	}

	/**
	 * The score, and all that is learned before and after the handler.
	 * @return the result
	 */
	@Benchmark
	public RiskScore scoreAndLearn() {
		AccessRequest request = request();
		RiskScore score = this.known.engine.score(request);
		this.known.teach(request);
		return score;
	}

	/**
	 * The same with policy and check in the pipeline of a gate.
	 * @return the result
	 */
	@Benchmark
	public Evaluation checkAndLearn() {
		Evaluation evaluation = this.known.decide(request());
		if (!evaluation.isPermitted()) {
			throw new IllegalStateException("refused: " + evaluation.decision());
		}
		this.known.learn(evaluation);
		return evaluation;
	}

}
