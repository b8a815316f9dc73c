package io.zerotrust.risk.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.policy.PolicyCheck;
import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.ListedNetworkSignal;
import io.zerotrust.risk.MissingMfaSignal;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskWeights;
import io.zerotrust.risk.SignalRule;
import io.zerotrust.risk.TokenAgeSignal;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.risk.learned.LearningBounds;
import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.risk.quarantine.QuarantineCheck;
import io.zerotrust.risk.quarantine.QuarantineRules;
import io.zerotrust.risk.quarantine.QuarantineWatch;
import io.zerotrust.risk.replay.world.Event;
import io.zerotrust.risk.replay.world.Internet;

/**
 * What is judged: the checks of the gate {@code ACCESS} as an application has them, told
 * of every outcome.
 */
final class Replay {

	private static final Logger QUARANTINES = Logger.getLogger("io.zerotrust.quarantine");

	private static final int PRINCIPALS = 50_000;

	private final Challenges challenges = new Challenges(List.of());

	private final LearnedRisk learned;

	private final Digest digest = new Digest();

	private final Quarantine quarantine = new Quarantine(QuarantineRules.defaults(), () -> "replayed", List.of());

	private final QuarantineWatch watch;

	private final RiskEngine engine;

	private final CheckPipeline pipeline;

	static {
		// thousands of quarantines come and go in a replay
		QUARANTINES.setLevel(Level.OFF);
	}

	private Replay(Mode mode, Map<String, SignalRule> signals) {
		RiskSettings defaults = RiskSettings.defaults();
		RiskSettings settings = new RiskSettings(RiskWeights.equal(), defaults.thresholds(), defaults.throttle(),
				signals);
		this.learned = new LearnedRisk(this.challenges, settings,
				LearningBounds.of(PRINCIPALS).with(AsnLists.of(asns(Internet::isHosting), asns(Internet::isVpn))),
				PseudonymKeys.of("the world is replayed under this key"));
		this.engine = new RiskEngine(settings, List.of(new TokenAgeSignal(Duration.ofMinutes(30)),
				new MissingMfaSignal(), new ListedNetworkSignal(List.of())), List.of(this.learned));
		this.watch = new QuarantineWatch(this.quarantine, this.challenges);
		this.pipeline = new CheckPipeline(Gate.ACCESS, Mode.ENFORCE,
				List.of(Step.of(new QuarantineCheck(this.quarantine, this.challenges)).withMode(mode),
						Step.granting(new PolicyCheck()),
						Step.of(RiskCheck.learned(this.engine, this.challenges)).withMode(mode)),
				() -> "replayed");
	}

	private static Set<Integer> asns(IntPredicate listed) {
		return IntStream.range(64_000, 64_256).filter(listed).boxed().collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Create a replay in which refusals have no effect.
	 */
	static Replay observing(Map<String, SignalRule> signals) {
		return new Replay(Mode.OBSERVE, signals);
	}

	/**
	 * Create a replay in which they have.
	 */
	static Replay enforcing(Map<String, SignalRule> signals) {
		return new Replay(Mode.ENFORCE, signals);
	}

	Evaluation ask(AccessRequest request) {
		Evaluation evaluation = this.pipeline.evaluate(request).toCompletableFuture().join();
		this.digest.add(evaluation);
		return evaluation;
	}

	/**
	 * Tell what the application has answered.
	 */
	void serve(Evaluation evaluation, Event event) {
		tell(new Outcome(evaluation, event.status(), event.bytes(), event.objects(), End.COMPLETED,
				Instant.ofEpochMilli(event.time() + 30), Duration.ofMillis(30)));
	}

	/**
	 * Tell that the application was not asked.
	 */
	void refuse(Evaluation evaluation, int status) {
		Instant time = evaluation.request().context().time();
		tell(new Outcome(evaluation, status, 0, List.of(), End.COMPLETED, time, Duration.ZERO));
	}

	private void tell(Outcome outcome) {
		this.watch.accept(outcome.evaluation());
		this.learned.attempted(outcome.evaluation());
		this.learned.accept(outcome);
	}

	/**
	 * Return what the score of a request is made of. Nothing is learned from asking.
	 */
	List<Contribution> explain(AccessRequest request) {
		return this.engine.score(request, this.challenges.met(request)).contributions();
	}

	/**
	 * Return by how much calibration has shifted the score by now, in nats.
	 */
	double shift(SubjectKind kind) {
		return this.learned.priorShift(kind);
	}

	/**
	 * Return the digest of everything that was decided. Ends the replay.
	 */
	String digest() {
		return this.digest.value();
	}

}
