package io.zerotrust.risk.learned;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Permit;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.Suspicion;
import io.zerotrust.risk.SignalNames;
import io.zerotrust.risk.learned.World.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What the application reports of its callers.
 */
class ReportedRiskTests {

	private static final double PRIOR = 1 / (1 + Math.exp(5));

	private static final Suspicion BAIT = new Suspicion("HT1", Suspicion.MOST);

	private static final Caller ALICE = Caller.user("alice").at(Duration.ofDays(20)).session("today");

	private final World world = new World(Mode.ENFORCE, 1000);

	@Test
	void visitWhenBaitIsTakenThenStepUpAndNoStepUpMakesItGood() {
		this.world.habit(Caller.user("alice"), 20);
		report(ALICE, BAIT);
		Evaluation next = this.world.ask(ALICE.at(Duration.ofSeconds(60)));
		assertThat(World.code(next)).isEqualTo("risk.step-up");
		assertThat(World.words(next)).contains("+6.0 reported by the application, 1x");
		Caller proven = ALICE.at(Duration.ofSeconds(120)).steppedUp();
		assertThat(World.code(this.world.ask(proven))).isEmpty();
		report(proven, BAIT);
		assertThat(World.code(this.world.ask(proven.at(Duration.ofSeconds(1))))).isEqualTo("risk.quarantined");
	}

	@Test
	void visitWhenReportedThenFadesAndOthersGoOn() {
		this.world.habit(Caller.user("alice"), 20);
		this.world.habit(Caller.user("bob"), 20);
		report(ALICE, BAIT);
		assertThat(World.risk(this.world.ask(Caller.user("bob").at(Duration.ofDays(20)).session("b")))).isEqualTo(PRIOR,
				within(1e-12));
		double soon = World.risk(this.world.ask(ALICE.at(Duration.ofSeconds(60))));
		assertThat(soon).isEqualTo(1 / (1 + Math.exp(-0.99)), within(0.01));
		assertThat(World.risk(this.world.ask(ALICE.at(Duration.ofHours(6)).session("later"))))
			.isEqualTo(1 / (1 + Math.exp(2)), within(0.02));
	}

	@Test
	void visitWhenWeakReportsAddUpThenCapped() {
		this.world.habit(Caller.user("alice"), 20);
		for (int i = 0; i < 1000; i++) {
			report(ALICE.at(Duration.ofSeconds(i)), new Suspicion("IE2", 0.5));
		}
		assertThat(this.world.score(ALICE.at(Duration.ofSeconds(1000))).contributions())
			.filteredOn((each) -> each.signal().equals("reported"))
			.singleElement()
			.satisfies((each) -> assertThat(each.assessment().nats()).isEqualTo(11, within(0.01)));
	}

	// who forges a name must not be able to blame it
	@Test
	void visitWhenNotProvenThenNothing() {
		this.world.habit(Caller.user("alice"), 20);
		Evaluation forged = new Evaluation("id", Gate.ACCESS, ALICE.request(), Permit.instance(), Permit.instance(),
				List.of(), false);
		tell(forged, BAIT);
		assertThat(World.risk(this.world.ask(ALICE))).isEqualTo(PRIOR, within(1e-12));
	}

	// a check that only observes lets a thief in, whose doing is not the owner's
	@Test
	void visitWhenThiefTakesBaitThenNotHeldAgainstTheOwner() {
		World observed = new World(Mode.OBSERVE, 1000);
		observed.habit(Caller.user("alice"), 20);
		Evaluation thief = observed.ask(ALICE.stolen());
		assertThat(World.code(thief)).isEqualTo("risk.step-up");
		observed.learned.accept(outcome(thief, BAIT));
		assertThat(World.risk(observed.ask(ALICE.session("own")))).isEqualTo(PRIOR, within(1e-12));
	}

	@Test
	void allThenReportedCanBeSwitched() {
		assertThat(SignalNames.all()).contains("reported", "bound").doesNotContain("stepped-up", "calibration");
	}

	private void report(Caller caller, Suspicion suspicion) {
		tell(this.world.ask(caller), suspicion);
	}

	private void tell(Evaluation evaluation, Suspicion suspicion) {
		this.world.learned.accept(outcome(evaluation, suspicion));
	}

	private static Outcome outcome(Evaluation evaluation, Suspicion suspicion) {
		return new Outcome(evaluation, 200, 0, List.of(), End.COMPLETED, evaluation.request().context().time(),
				Duration.ZERO, false, 0, List.of(suspicion));
	}

}
