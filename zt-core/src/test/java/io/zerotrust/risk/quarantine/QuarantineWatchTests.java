package io.zerotrust.risk.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.risk.Challenges;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check, and what leads to its refusals.
 */
class QuarantineWatchTests {

	private static final Decision CONTAINED = Deny.of(new Reason("risk.quarantined", "+9.0 foreign objects"));

	private static final Decision STEP_UP = Challenge.of(Proof.WEAK, new Reason("risk.step-up", "+6.0 network"));

	private final Challenges challenges = new Challenges(List.of());

	private final List<QuarantineEvent> events = new ArrayList<>();

	private final Quarantine quarantine = new Quarantine(QuarantineRules.defaults(), () -> "q-" + this.events.size(),
			List.of(this.events::add));

	private final QuarantineWatch watch = new QuarantineWatch(this.quarantine, this.challenges);

	private final QuarantineCheck check = new QuarantineCheck(this.quarantine, this.challenges);

	@Test
	void evaluateWhenContainedByRiskThenRefusedUntilItIsOver() {
		Questions alice = Questions.alice();
		Findings.assertPasses(this.check.evaluate(alice.request()));
		decided(alice, CONTAINED);
		Finding refused = this.check.evaluate(alice.after(1).request());
		assertThat(Findings.code(refused)).isEqualTo("quarantine.active");
		assertThat(Findings.refusal(refused)).isInstanceOf(Deny.class);
		assertThat(Findings.refusal(refused).reason().detail())
			.isEqualTo("context in quarantine q-0 until 2026-01-01T12:15:00Z by risk: +9.0 foreign objects");
		Findings.assertPasses(this.check.evaluate(alice.device("phone").request()));
		Findings.assertPasses(this.check.evaluate(alice.anonymous()));
		Findings.assertPasses(this.check.evaluate(alice.after(900).request()));
	}

	// an insider can pass MFA
	@Test
	void evaluateWhenContainedByRiskThenStepUpDoesNotHelp() {
		Questions alice = Questions.alice();
		decided(alice, CONTAINED);
		Questions strong = alice.after(60).steppedUp(-5);
		assertThat(Findings.code(this.check.evaluate(strong.request()))).isEqualTo("quarantine.active");
		decided(strong, Permit.instance());
		assertThat(this.quarantine.size()).isEqualTo(1);
	}

	@Test
	void acceptWhenNotProvenThenImposesNothing() {
		AccessRequest request = Questions.alice().request();
		this.watch.accept(new Evaluation("1", Gate.ACCESS, request, CONTAINED, CONTAINED, List.of(), false));
		for (int i = 0; i < 5; i++) {
			this.watch.accept(new Evaluation("1", Gate.ACCESS, Questions.alice().after(i * 90).request(), STEP_UP,
					STEP_UP, List.of(), false));
		}
		assertThat(this.quarantine.size()).isZero();
	}

	@Test
	void acceptWhenOnlyObservedThenImposesNothing() {
		for (Decision wouldBe : List.of(CONTAINED, STEP_UP)) {
			for (int i = 0; i < 5; i++) {
				this.watch.accept(new Evaluation("1", Gate.ACCESS, Questions.alice().after(i * 90).request(),
						Permit.instance(), wouldBe, List.of(), true));
			}
		}
		assertThat(this.quarantine.size()).isZero();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCESS")
	void acceptWhenAtOtherGateThenImposesNothing(Gate gate) {
		this.watch
			.accept(new Evaluation("1", gate, Questions.alice().request(), CONTAINED, CONTAINED, List.of(), true));
		assertThat(this.quarantine.size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "risk.denied", "policy.scope-missing", "quarantine.active", "check.failed" })
	void acceptWhenDeniedForAnotherReasonThenImposesNothing(String code) {
		decided(Questions.alice(), Deny.of(Reason.of(code)));
		assertThat(this.quarantine.size()).isZero();
	}

	@Test
	void acceptWhenAnonymousThenImposesNothing() {
		this.watch.accept(
				new Evaluation("1", Gate.ACCESS, Questions.alice().anonymous(), CONTAINED, CONTAINED, List.of(), true));
		assertThat(this.quarantine.size()).isZero();
	}

	@Test
	void acceptWhenPageSendsTenAtOnceThenNothingWasIgnored() {
		Questions alice = Questions.alice();
		for (int i = 0; i < 10; i++) {
			decided(alice.after(i), STEP_UP);
		}
		decided(alice.after(70), STEP_UP);
		for (int i = 0; i < 10; i++) {
			decided(alice.after(71 + i), STEP_UP);
		}
		assertThat(this.quarantine.size()).isZero();
	}

	@Test
	void acceptWhenChallengeIsIgnoredTwiceThenShutOutForFiveMinutes() {
		Questions alice = Questions.alice();
		ignoreTwice(alice);
		Quarantined held = this.quarantine.list(Requests.NOW).get(0);
		assertThat(held.cause()).isEqualTo(QuarantineCause.IGNORED_CHALLENGES);
		assertThat(held.until()).isEqualTo(Requests.NOW.plusSeconds(120 + 300));
		assertThat(Findings.code(this.check.evaluate(alice.after(121).request()))).isEqualTo("quarantine.active");
		Findings.assertPasses(this.check.evaluate(alice.device("phone").after(121).request()));
	}

	@Test
	void acceptWhenChallengesLieFarApartThenNothingWasIgnored() {
		for (int i = 0; i < 5; i++) {
			decided(Questions.alice().after(i * 1800), STEP_UP);
		}
		assertThat(this.quarantine.size()).isZero();
	}

	@Test
	void acceptWhenSteppedUpEachTimeThenNothingWasIgnored() {
		Questions alice = Questions.alice();
		for (int i = 0; i < 5; i++) {
			decided(alice.after(i * 400), STEP_UP);
			decided(alice.after(i * 400 + 20).steppedUp(-5), Permit.instance());
		}
		assertThat(this.quarantine.size()).isZero();
	}

	@Test
	void acceptWhenOneIsMissedBetweenStepUpsThenNothingWasIgnored() {
		Questions alice = Questions.alice();
		decided(alice, STEP_UP);
		decided(alice.after(60), STEP_UP);
		decided(alice.after(90).steppedUp(-5), Permit.instance());
		decided(alice.after(500), STEP_UP);
		decided(alice.after(560), STEP_UP);
		assertThat(this.quarantine.size()).isZero();
	}

	@Test
	void evaluateWhenSteppedUpAfterAllThenLetOut() {
		Questions alice = Questions.alice();
		ignoreTwice(alice);
		Questions strong = alice.after(150).steppedUp(-5);
		Findings.assertPasses(this.check.evaluate(strong.request()));
		assertThat(this.quarantine.size()).isEqualTo(1);
		decided(strong, Permit.instance());
		assertThat(this.quarantine.size()).isZero();
		assertThat(this.events.get(1).change()).isEqualTo(QuarantineEvent.Change.RELEASED);
		assertThat(this.events.get(1).by()).isEqualTo("zt");
		Findings.assertPasses(this.check.evaluate(alice.after(160).request()));
	}

	// a stolen token brings the login of its owner along
	@Test
	void evaluateWhenLoginIsOlderThanTheQuarantineThenNotLetOut() {
		Questions alice = Questions.alice();
		ignoreTwice(alice);
		Questions early = alice.after(150).steppedUp(-31);
		assertThat(Findings.code(this.check.evaluate(early.request()))).isEqualTo("quarantine.active");
		decided(early, Permit.instance());
		assertThat(this.quarantine.size()).isEqualTo(1);
		Questions weak = alice.after(150)
			.claims(Map.of("sid", "s-1", "auth_time", Requests.NOW.getEpochSecond() + 145));
		assertThat(Findings.code(this.check.evaluate(weak.request()))).isEqualTo("quarantine.active");
	}

	@Test
	void evaluateWhenOperatorShutOutThenStepUpDoesNotHelp() {
		this.quarantine.impose(QuarantineKey.ofSubject(Requests.ISSUER, "alice"), "left", null, Requests.NOW, "joe");
		Questions strong = Questions.alice().after(60).steppedUp(-5);
		assertThat(Findings.code(this.check.evaluate(strong.request()))).isEqualTo("quarantine.active");
	}

	@Test
	void evaluateWhenBothHoldThenTheOneByTheOperatorStillRefuses() {
		ignoreTwice(Questions.alice());
		this.quarantine.impose(QuarantineKey.ofClient(Requests.ISSUER, "alice", "shop"), "left", null, Requests.NOW,
				"joe");
		Finding refused = this.check.evaluate(Questions.alice().after(150).steppedUp(-5).request());
		assertThat(Findings.refusal(refused).reason().detail()).contains("by operator: left");
	}

	// expiry is noticed by the next decision, whoever asked
	@Test
	void acceptWhenSomethingRanOutThenNoticed() {
		decided(Questions.alice(), CONTAINED);
		decided(Questions.alice().claims(Map.of("sub", "bob")).after(899), Permit.instance());
		assertThat(this.events).hasSize(1);
		this.watch.accept(new Evaluation("1", Gate.ACCESS, Questions.alice().after(900).anonymous(), Permit.instance(),
				Permit.instance(), List.of(), false));
		assertThat(this.events).extracting(QuarantineEvent::change)
			.containsExactly(QuarantineEvent.Change.IMPOSED, QuarantineEvent.Change.EXPIRED);
	}

	private void ignoreTwice(Questions questions) {
		decided(questions, STEP_UP);
		decided(questions.after(60), STEP_UP);
		assertThat(this.quarantine.size()).isZero();
		decided(questions.after(120), STEP_UP);
		assertThat(this.quarantine.size()).isEqualTo(1);
	}

	private void decided(Questions questions, Decision decision) {
		this.watch.accept(new Evaluation("1", Gate.ACCESS, questions.request(), decision, decision, List.of(), true));
	}

}
