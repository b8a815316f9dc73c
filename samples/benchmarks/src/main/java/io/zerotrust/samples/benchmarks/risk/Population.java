package io.zerotrust.samples.benchmarks.risk;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Permit;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.policy.PolicyCheck;
import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.risk.learned.LearningBounds;

/**
 * Learned risk, and callers it has known for 14 days. Made once for all that is measured.
 */
final class Population {

	private static final int DAYS = 14;

	private static final int FIRST_DAY = 20_000;

	private static final long DAY = Duration.ofDays(1).toMillis();

	private static final long MORNING = Duration.ofHours(9).toMillis();

	private static final int QUARTERS = 4;

	private static final int SELDOM = 8;

	private static final int OFTEN = 120;

	/**
	 * One in so many asks often.
	 */
	private static final int RARE = 100;

	private static final List<StepFinding> PASSED = List
		.of(new StepFinding(RiskCheck.name(true), Mode.ENFORCE, Finding.pass()));

	final LearnedRisk learned;

	final RiskEngine engine;

	final CheckPipeline pipeline;

	final Caller[] callers;

	long time = (FIRST_DAY + DAYS) * DAY + MORNING;

	Population(int size) {
		Challenges challenges = new Challenges(List.of());
		this.learned = new LearnedRisk(challenges, RiskSettings.defaults(),
				new LearningBounds(2 * size, 2 * size, 1 << 20, 2, Duration.ZERO, AsnLists.none()),
				PseudonymKeys.of("principals of a benchmark, 32 bytes or more"));
		this.engine = new RiskEngine(List.of(), List.of(this.learned));
		this.pipeline = new CheckPipeline(Gate.ACCESS, Mode.ENFORCE,
				List.of(Step.granting(new PolicyCheck()), Step.of(RiskCheck.learned(this.engine, challenges))),
				() -> "benchmark");
		this.callers = new Caller[size];
		for (int i = 0; i < size; i++) {
			this.callers[i] = Caller.of(i, "user", FIRST_DAY + DAYS);
		}
	}

	/**
	 * Return how many ask often, the first of all.
	 */
	int hot() {
		return this.callers.length / RARE;
	}

	/**
	 * Let everybody ask on each of the days, within an hour in the morning. They come one
	 * quarter after the other: so many newcomers have room.
	 */
	void live() {
		int all = this.callers.length;
		for (int quarter = 0; quarter < QUARTERS; quarter++) {
			for (int each = 0; each < DAYS; each++) {
				int day = FIRST_DAY + each;
				IntStream.range(all * quarter / QUARTERS, all * (quarter + 1) / QUARTERS)
					.parallel()
					.forEach((number) -> live(number, day));
			}
		}
	}

	private void live(int number, int day) {
		Caller today = Caller.of(number, "user", day);
		int requests = (number < hot()) ? OFTEN : SELDOM;
		long step = Duration.ofHours(1).toMillis() / requests;
		for (int turn = 0; turn < requests; turn++) {
			teach(today.ask(turn + day, true, day * DAY + MORNING + turn * step));
		}
	}

	/**
	 * Tell that a request was permitted and served.
	 */
	void teach(AccessRequest request) {
		learn(new Evaluation("benchmark", Gate.ACCESS, request, Permit.instance(), Permit.instance(), PASSED, true));
	}

	void learn(Evaluation evaluation) {
		this.learned.attempted(evaluation);
		this.learned.accept(new Outcome(evaluation, 200, 2000, List.of(), End.COMPLETED,
				evaluation.request().context().time(), Duration.ZERO));
	}

	Evaluation decide(AccessRequest request) {
		return this.pipeline.evaluate(request).toCompletableFuture().join();
	}

}
