package io.zerotrust.risk.learned;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Context;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.ListedNetworkSignal;
import io.zerotrust.risk.Network;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.risk.learned.World.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * What learned risk does over time.
 */
class LearnedRiskTests {

	private static final double PRIOR = 1 / (1 + Math.exp(5));

	private static final Caller ALICE = Caller.user("alice");

	private static final Duration LATER = Duration.ofDays(20);

	private static final Action GET = new Action("GET");

	private static final Resource ORDERS = ALICE.request().resource();

	private final World world = new World();

	@Test
	void askWhenNeverSeenThenNothingSpeaksAgainst() {
		for (Caller caller : List.of(ALICE, ALICE.stolen(), Caller.service("cron"), ALICE.device(null))) {
			for (SensitivityLevel level : SensitivityLevel.values()) {
				Caller first = caller.session(caller.address() + caller.device() + level).sensitivity(level);
				assertThat(World.risk(this.world.ask(first))).isEqualTo(PRIOR, within(1e-12));
			}
		}
	}

	@Test
	void askWhenFamiliarThenNothingSpeaksAgainst() {
		this.world.habit(ALICE, 20);
		assertThat(World.risk(this.world.ask(ALICE.at(LATER).session("new")))).isEqualTo(PRIOR, within(1e-12));
	}

	// the worked example of the documentation
	@Test
	void askWhenStolenThenExplainedInNumbers() {
		this.world.habit(ALICE, 20);
		Evaluation evaluation = this.world.ask(ALICE.at(LATER).session("day-19").stolen());
		assertThat(World.code(evaluation)).isEqualTo("risk.step-up");
		assertThat(World.words(evaluation)).isEqualTo("+2.7 device never seen, +2.0 network never seen, "
				+ "+1.0 both at once, +2.5 user agent never seen, -0.5 usual hour, risk 0.94, threshold 0.62");
	}

	// what the documentation says of applications without device ids
	@Test
	void askWhenStolenAndNoDeviceIsToldThenRiskIsAsDocumented() {
		Caller owner = ALICE.device(null);
		this.world.habit(owner, 20);
		Caller thief = owner.at(LATER).session("day-19").stolen().device(null);
		assertThat(World.risk(this.world.ask(thief))).isEqualTo(0.27, within(0.005));
		assertThat(World.code(this.world.ask(thief))).isEmpty();
		assertThat(World.risk(this.world.ask(thief.session("day-18").agent(World.CHROME)))).isEqualTo(0.02,
				within(0.005));
	}

	@Test
	void wordsWhenToldThenNeverAValueOfTheCaller() {
		this.world.habit(ALICE, 20);
		assertThat(World.words(this.world.ask(ALICE.at(LATER).stolen()))).isNotEmpty()
			.doesNotContain("203.0", "198.51", "burner", "laptop", "python", "Chrome", "alice");
	}

	@Test
	void visitWhenStolenThenChallengedEachTimeNeverLearnedAndOwnerGoesOn() {
		this.world.habit(ALICE, 20);
		Caller owner = ALICE.at(LATER).session("today");
		this.world.visit(owner);
		for (int i = 0; i < 80; i++) {
			Caller now = owner.at(Duration.ofMinutes(15L * i));
			Evaluation thief = this.world.visit(now.stolen().to("GET /things" + i));
			assertThat(World.code(thief)).isEqualTo("risk.step-up");
			assertThat(thief.isPermitted()).isFalse();
			Evaluation own = this.world.visit(now);
			assertThat(World.code(own)).isEmpty();
			assertThat(World.risk(own)).isEqualTo(PRIOR, within(1e-12));
		}
	}

	@Test
	void visitWhenStolenAndObservedThenServedButStillNotLearned() {
		World observed = new World(Mode.OBSERVE, 1000);
		observed.habit(ALICE, 20);
		Caller owner = ALICE.at(LATER).session("today");
		observed.visit(owner);
		for (int i = 0; i < 80; i++) {
			Evaluation thief = observed.visit(owner.at(Duration.ofMinutes(15L * i)).stolen().to("GET /things" + i),
					(i % 2 == 0) ? 200 : 403);
			assertThat(thief.isPermitted()).isTrue();
			assertThat(World.code(thief)).isEqualTo("risk.step-up");
			assertThat(World.risk(observed.visit(owner.at(Duration.ofMinutes(15L * i))))).isEqualTo(PRIOR,
					within(1e-12));
		}
	}

	@Test
	void visitWhenOwnerMovesAndStepsUpThenGoesOnAndItBecomesFamiliar() {
		this.world.habit(ALICE, 20);
		Caller moved = ALICE.at(LATER).session("moved").stolen();
		assertThat(World.code(this.world.visit(moved))).isEqualTo("risk.step-up");
		Caller proven = moved.at(Duration.ofMinutes(1)).steppedUp();
		assertThat(World.code(this.world.visit(proven))).isEmpty();
		// the login grows old, the session goes on
		for (int minutes = 6; minutes < 30; minutes++) {
			assertThat(World.code(this.world.visit(proven.at(Duration.ofMinutes(minutes))))).isEmpty();
		}
		for (int days = 1; days < 10; days++) {
			Caller next = moved.at(Duration.ofDays(days)).session("later-" + days);
			assertThat(World.code(this.world.visit(next))).as("day %s", days).isEmpty();
		}
	}

	// the owner has just logged in with two factors, and so has his token
	@Test
	void visitWhenTokenStolenRightAfterItsLoginThenLoginIsTheOwners() {
		this.world.habit(ALICE, 20);
		Caller owner = ALICE.at(LATER).session("today").steppedUp();
		assertThat(World.code(this.world.visit(owner))).isEmpty();
		Evaluation thief = this.world.visit(owner.at(Duration.ofSeconds(30)).stolen());
		assertThat(World.code(thief)).isEqualTo("risk.step-up");
		assertThat(World.code(this.world.visit(owner.at(Duration.ofSeconds(40))))).isEmpty();
	}

	@Test
	void visitWhenOnlyOneThingIsNewThenNotChallengedAndLearned() {
		this.world.habit(ALICE, 20);
		Caller newPhone = ALICE.at(LATER).session("phone").device("phone");
		// 2.7 for the device, and 1.4, 0.5 and 0.5 for the familiar rest
		double first = World.risk(this.world.visit(newPhone));
		assertThat(first).isBetween(0.008, 0.30);
		double held = World.risk(this.world.visit(newPhone.at(Duration.ofMinutes(1))));
		assertThat(held).as("held for the session").isEqualTo(first, within(1e-5));
		double nextDay = World.risk(this.world.visit(newPhone.at(Duration.ofDays(1)).session("next")));
		assertThat(nextDay).isEqualTo(PRIOR, within(1e-12));
	}

	@Test
	void askWhenDeviceAlwaysShownIsMissingThenNew() {
		this.world.habit(ALICE, 20);
		assertThat(World.risk(this.world.ask(ALICE.at(LATER).session("x").device(null)))).isGreaterThan(0.008);
		World without = new World();
		without.habit(ALICE.device(null), 20);
		assertThat(World.risk(without.ask(ALICE.at(LATER).session("x").device(null)))).isEqualTo(PRIOR, within(1e-12));
		assertThat(World.risk(without.ask(ALICE.at(LATER).session("y")))).as("device ids are introduced")
			.isEqualTo(PRIOR, within(1e-12));
	}

	@Test
	void visitWhenNetworksHopThenNoveltyFades() {
		double worst = 0;
		for (int day = 0; day < 60; day++) {
			Caller hopping = ALICE.at(Duration.ofDays(day)).session("day-" + day).from("10." + day + ".1.1");
			double risk = World.risk(this.world.visit(hopping));
			worst = Math.max(worst, risk);
			assertThat(World.risk(this.world.visit(hopping.at(Duration.ofMinutes(1))))).isLessThan(0.30);
		}
		assertThat(worst).isLessThan(0.30);
		Caller last = ALICE.at(Duration.ofDays(60)).session("last").from("10.200.1.1");
		assertThat(World.risk(this.world.ask(last))).isLessThan(0.02);
	}

	@Test
	void visitWhenServiceInNewSurroundingsThenNeverChallenged() {
		Caller cron = Caller.service("cron");
		this.world.habit(cron, 20);
		Evaluation moved = this.world.ask(cron.at(LATER).from("203.0.113.1").device("other"));
		assertThat(World.code(moved)).isEmpty();
		assertThat(World.risk(moved)).isGreaterThan(0.30);
		assertThat(World.code(this.world.ask(cron.at(LATER).stolen()))).isEqualTo("risk.quarantined");
	}

	@Test
	void visitWhenServiceGoesSidewaysThenDenied() {
		Caller cron = Caller.service("cron").to("GET /jobs");
		for (int i = 0; i < 48 * 20; i++) {
			this.world.visit(cron.at(Duration.ofMinutes(30L * i)));
		}
		Caller later = cron.at(LATER);
		assertThat(World.code(this.world.visit(later))).isEmpty();
		Evaluation first = this.world.visit(later.at(Duration.ofSeconds(1)).to("GET /users"));
		assertThat(World.code(first)).isEmpty();
		assertThat(World.risk(first)).isEqualTo(1 / (1 + Math.exp(1)), within(0.01));
		Evaluation second = this.world.visit(later.at(Duration.ofSeconds(2)).to("GET /keys"));
		assertThat(World.code(second)).isEqualTo("risk.quarantined");
		assertThat(World.words(second)).contains("2 endpoints never used before");
	}

	// 2.7: own surroundings, so nothing but what he does speaks against him
	@Test
	void visitWhenClientProbesThenKeptOutWithinAFewRequests() {
		this.world.habit(ALICE, 20);
		Caller probing = ALICE.at(LATER).session("day-20");
		int served = 0;
		Evaluation last = this.world.visit(probing);
		while (!World.code(last).equals("risk.quarantined") && served < 30) {
			last = this.world.visit(probing.at(Duration.ofSeconds(served)).to("GET /things" + served), 403);
			served++;
		}
		assertThat(served).isBetween(2, 12);
		assertThat(World.words(last)).contains("endpoints never used before", "failed requests in short time (403)");
		Evaluation known = this.world.visit(probing.at(Duration.ofSeconds(served)));
		assertThat(World.code(known)).as("the known endpoint too").isEqualTo("risk.quarantined");
		assertThat(World.code(this.world.visit(probing.at(Duration.ofSeconds(60)).steppedUp())))
			.as("a login does not help")
			.isEqualTo("risk.quarantined");
		assertThat(World.code(this.world.ask(probing.at(Duration.ofHours(12)).session("tomorrow")))).as("it fades")
			.isEmpty();
	}

	@Test
	void visitWhenRefusedByRiskOrLimitsThenNoEvidence() {
		this.world.habit(ALICE, 5);
		Caller caller = ALICE.at(LATER);
		List<Refusal> refusals = List.of(
				new Challenge(Reason.of("risk.step-up"), Proof.WEAK, List.of(), Duration.ofMinutes(5)),
				new Challenge(Reason.of("step-up.required"), Proof.WEAK, List.of(), null),
				new Throttle(Reason.of("limit.exceeded"), Duration.ofSeconds(1)), Deny.of(Reason.of("check.failed")),
				Deny.of(Reason.of("risk.denied")));
		for (int i = 0; i < 100; i++) {
			Caller now = caller.at(Duration.ofMinutes(i));
			Refusal refusal = refusals.get(i % refusals.size());
			this.world.learned.accept(outcome(proven(now.request(), refusal, true), 403, now));
		}
		assertThat(World.risk(this.world.ask(caller.at(Duration.ofMinutes(100))))).isEqualTo(PRIOR, within(1e-12));
	}

	@Test
	void visitWhenRefusedByPolicyThenEvidence() {
		this.world.habit(ALICE, 5);
		for (int i = 0; i < 4; i++) {
			Caller now = ALICE.at(LATER).at(Duration.ofSeconds(30L * i));
			Refusal refusal = Deny.of(Reason.of("policy.scope-missing"));
			this.world.learned.accept(outcome(proven(now.request(), refusal, true), 403, now));
		}
		assertThat(World.risk(this.world.ask(ALICE.at(LATER).at(Duration.ofSeconds(120))))).isGreaterThan(0.30);
	}

	@ParameterizedTest
	@ValueSource(ints = { 409, 410, 422, 500, 502, 503 })
	void visitWhenAnotherStatusThenNoEvidence(int status) {
		this.world.habit(ALICE, 5);
		for (int i = 0; i < 10; i++) {
			this.world.visit(ALICE.at(LATER).at(Duration.ofHours(i)), status);
		}
		assertThat(World.risk(this.world.ask(ALICE.at(LATER).at(Duration.ofDays(1))))).isEqualTo(PRIOR, within(1e-12));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 405, 415, 429 })
	void visitWhenStatusOfProbersThenEvidence(int status) {
		this.world.habit(ALICE, 5);
		for (int i = 0; i < 20; i++) {
			this.world.visit(ALICE.at(LATER).at(Duration.ofSeconds(30L * i)), status);
		}
		assertThat(this.world.score(ALICE.at(LATER).at(Duration.ofMinutes(10))).explain())
			.contains("failed requests in short time (" + status + ")");
	}

	// an attacker knows the name of the victim, and forges tokens with it
	@Test
	void acceptWhenNotProvenThenNothingChanges() {
		this.world.habit(ALICE, 20);
		int principals = this.world.learned.principals();
		Caller caller = ALICE.at(LATER);
		for (int i = 0; i < 100; i++) {
			Caller forged = caller.at(Duration.ofSeconds(i)).stolen().to("GET /things" + i);
			Evaluation unproven = proven(forged.request(), Deny.of(Reason.of("token.issuer")), false);
			this.world.learned.accept(outcome(unproven, 401, forged));
			Evaluation permitted = new Evaluation("id", Gate.ACCESS, forged.request(), Permit.instance(),
					Permit.instance(), List.of(), false);
			this.world.learned.accept(outcome(permitted, 404, forged));
			Caller invented = Caller.user("invented-" + i);
			this.world.learned
				.accept(outcome(proven(invented.request(), Deny.of(Reason.of("token.issuer")), false), 401, invented));
		}
		assertThat(this.world.learned.principals()).isEqualTo(principals);
		assertThat(World.risk(this.world.ask(caller))).isEqualTo(PRIOR, within(1e-12));
		assertThat(World.code(this.world.ask(caller.stolen()))).isEqualTo("risk.step-up");
	}

	@Test
	void visitWhenPathsAreUnknownThenEvidenceButNoEndpoint() {
		this.world.habit(ALICE, 5);
		for (int i = 0; i < 60; i++) {
			Caller now = ALICE.at(LATER).at(Duration.ofSeconds(i));
			AccessRequest absent = new AccessRequest(now.subject(), GET,
					Resource.endpoint("unresolved", EndpointPolicy.absent()), now.request().context());
			this.world.learned.accept(outcome(
					new Evaluation("id", Gate.ACCESS, absent, Permit.instance(), Permit.instance(), List.of(), true),
					404, now));
		}
		Evaluation evaluation = this.world.ask(ALICE.at(LATER).at(Duration.ofSeconds(60)));
		assertThat(World.words(evaluation)).startsWith("+7.5 60 failed requests in short time (404)");
	}

	@Test
	void visitWhenActorActsForUserThenSomebodyElse() {
		this.world.habit(ALICE, 20);
		Caller agent = ALICE.at(LATER).claim("act", Map.of("sub", "agent")).stolen();
		assertThat(World.risk(this.world.visit(agent))).isEqualTo(PRIOR, within(1e-12));
		assertThat(this.world.learned.principals()).isEqualTo(2);
		Caller otherClient = ALICE.at(LATER).claim("client_id", "app").stolen();
		assertThat(World.risk(this.world.visit(otherClient))).isEqualTo(PRIOR, within(1e-12));
		Caller otherIssuer = ALICE.at(LATER).claim("iss", "https://other.example.com").stolen();
		assertThat(World.risk(this.world.visit(otherIssuer))).isEqualTo(PRIOR, within(1e-12));
		assertThat(this.world.learned.principals()).isEqualTo(4);
	}

	@Test
	void visitWhenEndpointFailsForManyThenNobodysFault() {
		List<Caller> staff = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			staff.add(Caller.user("staff-" + i));
			this.world.habit(staff.get(i), 5);
		}
		double outage = 0;
		for (int round = 0; round < 6; round++) {
			for (Caller caller : staff) {
				Caller now = caller.at(LATER).at(Duration.ofSeconds(25L * round));
				outage = Math.max(outage, World.risk(this.world.visit(now, 403)));
			}
		}
		assertThat(outage).isLessThan(0.30);
	}

	// otherwise a prober would make the endpoint look broken
	@Test
	void visitWhenOneClientFailsAThousandTimesThenDoesNotExcuseHimself() {
		this.world.habit(ALICE, 5);
		this.world.habit(Caller.user("bob"), 5);
		for (int i = 0; i < 1000; i++) {
			this.world.visit(ALICE.at(LATER).at(Duration.ofMillis(100L * i)), 403);
		}
		Duration after = Duration.ofSeconds(101);
		assertThat(World.code(this.world.ask(ALICE.at(LATER).at(after)))).isEqualTo("risk.step-up");
		Caller bob = Caller.user("bob").at(LATER);
		for (int i = 0; i < 4; i++) {
			this.world.visit(bob.at(after).at(Duration.ofSeconds(21L * i)), 403);
		}
		assertThat(World.risk(this.world.ask(bob.at(after).at(Duration.ofSeconds(85))))).as("nor others")
			.isGreaterThan(0.30);
	}

	@Test
	void visitWhenColleaguesAreThereThenNewOfficeIsNoNews() {
		for (int i = 0; i < 12; i++) {
			this.world.habit(Caller.user("staff-" + i).from("192.0.2.1").device("pc-" + i), 5);
		}
		this.world.habit(ALICE, 20);
		World alone = new World();
		alone.habit(ALICE, 20);
		Caller moved = ALICE.at(LATER).session("moved").from("192.0.2.99").device("pc");
		assertThat(World.risk(alone.ask(moved))).isGreaterThan(0.40);
		assertThat(World.risk(this.world.ask(moved))).isLessThan(0.05);
	}

	// accounts made for the purpose vouch for nothing
	@Test
	void visitWhenStrangersAreThereThenNetworkStaysNew() {
		this.world.habit(ALICE, 20);
		Caller moved = ALICE.at(LATER).session("moved").from("203.0.113.9").device("pc");
		this.world.ask(moved);
		double before = World.risk(this.world.ask(moved));
		assertThat(before).isGreaterThan(0.40);
		for (int i = 0; i < 500; i++) {
			this.world.visit(Caller.user("fresh-" + i).from("203.0.113.9").at(LATER));
		}
		assertThat(World.risk(this.world.ask(moved))).isEqualTo(before, within(1e-12));
	}

	@Test
	void acceptWhenHistoryIsHalfAYearOldThenForgotten() {
		this.world.habit(ALICE, 20);
		Caller later = ALICE.at(Duration.ofDays(19 + 181)).session("back").stolen();
		assertThat(World.risk(this.world.ask(later))).isEqualTo(PRIOR, within(1e-12));
	}

	@Test
	void visitWhenOtherEvidenceSpeaksThenNotLearned() {
		World suspicious = new World(Mode.ENFORCE, 1000, new Listed());
		Caller evil = ALICE.to("GET /evil");
		for (int i = 0; i < 20; i++) {
			// z = -5 + 4.3: above 0.30 and below the threshold
			Evaluation evaluation = suspicious.visit(evil.at(Duration.ofHours(i)));
			assertThat(evaluation.isPermitted()).isTrue();
			assertThat(World.risk(evaluation)).isBetween(0.30, 0.62);
		}
		assertThat(World.risk(suspicious.ask(ALICE.at(Duration.ofHours(30)).stolen()))).as("there are no habits")
			.isEqualTo(PRIOR, within(1e-12));
	}

	@ParameterizedTest
	@EnumSource(End.class)
	void acceptWhenResponseWasCutOffThenNotLearned(End end) {
		for (int day = 0; day < 20; day++) {
			Caller now = ALICE.at(Duration.ofDays(day)).session("day-" + day);
			this.world.learned
				.accept(new Outcome(this.world.ask(now), 200, 0, List.of(), end, now.time(), Duration.ZERO));
		}
		boolean learned = World.code(this.world.ask(ALICE.at(LATER).stolen())).equals("risk.step-up");
		assertThat(learned).isEqualTo(end == End.COMPLETED);
	}

	@Test
	void replayWhenSameLogTwiceThenSameDecisionsAndWords() {
		assertThat(replay()).isEqualTo(replay())
			.anyMatch((line) -> line.contains("endpoints never used before"))
			.anyMatch((line) -> line.contains("device never seen"));
	}

	private static List<String> replay() {
		World world = new World();
		List<String> log = new ArrayList<>();
		Random random = new Random(11);
		for (int i = 0; i < 4000; i++) {
			Caller caller = Caller.user("user-" + random.nextInt(40))
				.at(Duration.ofMinutes(3L * i))
				.session("s" + i / 400)
				.to("GET /things" + random.nextInt(random.nextInt(8) == 0 ? 60 : 6));
			caller = (random.nextInt(30) == 0) ? caller.stolen() : caller.from("10.0." + random.nextInt(4) + ".1");
			Evaluation evaluation = world.visit(caller, (random.nextInt(12) == 0) ? 403 : 200);
			log.add(World.code(evaluation) + World.words(evaluation) + World.risk(evaluation));
		}
		for (int i = 0; i < 20; i++) {
			Caller probing = Caller.user("user-1").at(Duration.ofDays(9).plusSeconds(i)).to("GET /secret" + i);
			Evaluation evaluation = world.visit(probing.from("10.0.1.1"), 403);
			log.add(World.code(evaluation) + World.words(evaluation) + World.risk(evaluation));
		}
		return log;
	}

	@Test
	void acceptWhenEightThreadsLearnThenNoEvidenceIsLost() throws InterruptedException {
		int threads = 8;
		int each = 2000;
		List<Evaluation> evaluations = new ArrayList<>();
		for (int i = 0; i < threads * each; i++) {
			evaluations.add(this.world.ask(ALICE));
		}
		CountDownLatch ready = new CountDownLatch(threads);
		List<Thread> running = new ArrayList<>();
		for (int t = 0; t < threads; t++) {
			int from = t * each;
			Thread thread = new Thread(() -> {
				ready.countDown();
				try {
					ready.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
				for (int i = 0; i < each; i++) {
					this.world.tell(evaluations.get(from + i), 403);
				}
			});
			running.add(thread);
			thread.start();
		}
		for (Thread thread : running) {
			thread.join();
		}
		Evaluation after = this.world.ask(ALICE);
		assertThat(World.words(after)).contains(threads * each + " failed requests in short time (403)");
	}

	// must-show: memory is bounded, and who really is there keeps his history
	@Test
	void acceptWhenPrincipalsAndAllAboutThemAreInventedThenBoundedAndHistorySurvives() {
		World small = new World(Mode.ENFORCE, 4000);
		small.habit(ALICE, 20);
		long before = used();
		for (int i = 0; i < 40_000; i++) {
			Outcome invented = invented(i);
			small.learned.attempted(invented.evaluation());
			small.learned.accept(invented);
			if (i % 5_000 == 0) {
				assertThat(World.code(small.ask(ALICE.at(LATER).session("day-19").stolen()))).isEqualTo("risk.step-up");
			}
		}
		assertThat(small.learned.principals()).isBetween(500, 4000);
		assertThat(used() - before).as("bytes").isLessThan(16L * 1024 * 1024);
		Evaluation thief = small.ask(ALICE.at(LATER).session("day-19").stolen());
		assertThat(World.code(thief)).isEqualTo("risk.step-up");
		assertThat(World.words(thief)).startsWith("+2.7 device never seen");
		assertThat(World.risk(small.ask(ALICE.at(LATER).session("day-19")))).isEqualTo(PRIOR, within(1e-12));
	}

	private static Outcome invented(int i) {
		byte[] address = { (byte) (11 + (i >> 16)), (byte) (i >> 8), (byte) i, 7 };
		Credential token = new Credential(CredentialKind.JWT, Claims.none(), Claims.of(Map.of("sid", "session-" + i)));
		Subject subject = new Subject("https://idp.example.com", "invented-" + i, "shop", SubjectKind.HUMAN, List.of(),
				Set.of(), Set.of(), token);
		Resource resource = Resource.endpoint("GET /invented" + i, ORDERS.policy())
			.about(List.of(new TouchedObject("orders", "invented-" + i)));
		AccessRequest request = new AccessRequest(subject, GET, resource,
				new Context(ALICE.time(), address(address), true, World.CHROME, "device-" + i));
		return outcome(
				new Evaluation("id", Gate.ACCESS, request, Permit.instance(), Permit.instance(), List.of(), true), 200,
				ALICE);
	}

	private static InetAddress address(byte[] address) {
		try {
			return InetAddress.getByAddress(address);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	@Test
	void shiftWhenNothingIsCalibratedThenZero() {
		for (SubjectKind kind : SubjectKind.values()) {
			assertThat(this.world.learned.priorShift(kind)).isZero();
		}
	}

	@Test
	void shiftWhenFewSessionsAreRiskyThenPriorRisesAndIsTold() {
		for (int day = 0; day < 6; day++) {
			for (int i = 0; i < 600; i++) {
				this.world.visit(Caller.user("user-" + i).at(Duration.ofDays(day)).session("day-" + day));
			}
		}
		assertThat(this.world.learned.priorShift(SubjectKind.HUMAN)).isEqualTo(0.5, within(1e-9));
		Evaluation thief = this.world.ask(Caller.user("user-1").at(Duration.ofDays(5)).session("x").stolen());
		assertThat(thief.findings().get(1).finding().evidence()).isNotEmpty();
		assertThat(World.risk(this.world.ask(Caller.user("user-1").at(Duration.ofDays(5)).session("y")))).as("familiar")
			.isEqualTo(PRIOR, within(1e-12));
	}

	// the request fails and the login is used all the same: it is the owner's
	@ParameterizedTest
	@ValueSource(ints = { 404, 500 })
	void visitWhenFirstRequestAfterLoginFailsThenLoginIsTheOwners(int status) {
		this.world.habit(ALICE, 20);
		Caller owner = ALICE.at(LATER).session("today").steppedUp();
		this.world.visit(owner, status);
		Evaluation thief = this.world.visit(owner.at(Duration.ofSeconds(30)).stolen());
		assertThat(World.code(thief)).isEqualTo("risk.step-up");
		assertThat(World.code(this.world.visit(owner.at(Duration.ofSeconds(40))))).isEmpty();
	}

	// one failure, enough successes to carry no evidence, and all over again
	@Test
	void visitWhenOneClientFailsNowAndThenThenEndpointDoesNotLookBroken() {
		int alone = failuresUntilRefused(false);
		assertThat(alone).isBetween(3, 20);
		assertThat(failuresUntilRefused(true)).isLessThanOrEqualTo(alone + 5);
	}

	private static int failuresUntilRefused(boolean prepared) {
		World world = new World();
		Caller accomplice = Caller.user("bob");
		busy(world, ALICE);
		busy(world, accomplice);
		for (int i = 0; prepared && i < 80; i++) {
			Caller now = ALICE.at(LATER).at(Duration.ofSeconds(12L * i));
			world.visit((i % 8 == 0) ? now.to("GET /secrets") : now, (i % 8 == 0) ? 404 : 200);
		}
		int failures = 0;
		Caller next = accomplice.at(LATER).at(Duration.ofSeconds(960)).to("GET /secrets");
		while (failures < 100 && World.code(world.visit(next.at(Duration.ofSeconds(failures)), 403)).isEmpty()) {
			failures++;
		}
		return failures;
	}

	/**
	 * Let somebody come on 20 days, a hundred times each.
	 */
	private static void busy(World world, Caller caller) {
		for (int i = 0; i < 20 * 100; i++) {
			world.visit(
					caller.at(Duration.ofDays(i / 100)).at(Duration.ofSeconds(6L * (i % 100))).session("d" + i / 100));
		}
	}

	// the header of the user agent makes a trial of each request
	@Test
	void visitWhenStrangersShowManyAgentsThenNetworkStaysNew() {
		this.world.habit(ALICE, 20);
		Caller moved = ALICE.at(LATER).session("moved").from("203.0.113.9").device("pc");
		this.world.ask(moved);
		double before = World.risk(this.world.ask(moved));
		for (int i = 0; i < 40; i++) {
			Caller fresh = Caller.user("fresh-" + i).from("203.0.113.9").at(LATER);
			for (String agent : List.of(World.CHROME, "Firefox/120", "curl/8", "Go-http-client/2", "okhttp/5")) {
				this.world.visit(fresh.agent(agent));
			}
		}
		assertThat(World.risk(this.world.ask(moved))).isEqualTo(before, within(1e-12));
	}

	// the table of a principal holds 8 networks; who shows more forgets and comes back
	@Test
	void visitWhenOnePeerHopsThenVouchesOnceForEachNetwork() {
		Caller moved = ALICE.at(LATER).session("moved").from("203.0.113.9").device("pc");
		Caller peer = Caller.user("peer").at(LATER).session("today");
		World once = new World();
		for (World each : List.of(this.world, once)) {
			each.habit(ALICE, 20);
			each.habit(Caller.user("peer"), 20);
		}
		once.visit(peer.from("203.0.113.9"));
		for (int i = 0; i < 240; i++) {
			Caller hopping = peer.at(Duration.ofMinutes(15L * i))
				.session("hop-" + i)
				.from((i % 12 == 0) ? "203.0.113.9" : "10." + i % 12 + ".1.1");
			assertThat(World.risk(this.world.visit(hopping))).isLessThan(0.30);
		}
		this.world.visit(peer.at(Duration.ofMinutes(3600)).session("last").from("203.0.113.9"));
		assertThat(World.risk(this.world.ask(moved))).isEqualTo(World.risk(once.ask(moved)), within(1e-12));
	}

	// whoever steals the secret of a service must not stop the service
	@Test
	void visitWhenServiceIsStolenThenThiefIsDeniedAndServiceGoesOn() {
		Caller cron = Caller.service("cron");
		this.world.habit(cron, 20);
		Caller token = cron.at(LATER).claim("iat", cron.at(LATER).time().getEpochSecond());
		assertThat(World.risk(this.world.visit(token))).isEqualTo(PRIOR, within(1e-12));
		for (int i = 0; i < 20; i++) {
			Caller now = token.at(Duration.ofSeconds(i)).stolen().to("GET /things" + i);
			assertThat(World.code(this.world.visit(now))).as("the same token").isEqualTo("risk.quarantined");
			Caller own = now.claim("iat", now.time().getEpochSecond());
			assertThat(World.code(this.world.visit(own))).as("a token of his own").isEqualTo("risk.quarantined");
		}
		assertThat(World.risk(this.world.ask(token.at(Duration.ofSeconds(20))))).isEqualTo(PRIOR, within(1e-12));
	}

	// nobody is there to step up, so somebody has to say that it is the same service
	@Test
	void visitWhenServiceMovedThenStrangeUntilItIsForgotten() {
		Caller cron = Caller.service("cron");
		this.world.habit(cron, 20);
		Caller moved = cron.at(LATER).from("203.0.113.66").device("pod").agent("curl/8.0").session("moved");
		for (int day = 0; day < 5; day++) {
			assertThat(World.risk(this.world.visit(moved.at(Duration.ofDays(day))))).as("day %d", day)
				.isGreaterThan(0.9);
		}
		this.world.learned.forget(moved.subject().issuer(), moved.subject().id());
		assertThat(World.risk(this.world.visit(moved.at(Duration.ofDays(5))))).isLessThan(0.3);
		assertThat(World.risk(this.world.visit(moved.at(Duration.ofDays(6))))).isLessThan(0.3);
	}

	// what else speaks of who asks challenges him too
	@Test
	void visitWhenThiefIsChallengedForAListedNetworkThenOwnerGoesOn() {
		World listed = new World(Mode.ENFORCE, 1000, new ListedNetworkSignal(List.of(Network.parse("203.0.113.0/24"))));
		listed.habit(ALICE, 20);
		Caller owner = ALICE.at(LATER).session("today");
		listed.visit(owner);
		for (int i = 0; i < 20; i++) {
			Caller thief = owner.at(Duration.ofSeconds(i)).stolen().device("laptop").to("GET /things" + i);
			assertThat(World.code(listed.visit(thief))).isEqualTo("risk.step-up");
		}
		assertThat(World.risk(listed.ask(owner.at(Duration.ofSeconds(20))))).isEqualTo(PRIOR, within(1e-12));
	}

	// more sessions a day than are remembered are not counted again and again
	@Test
	void shiftWhenOneClientHasManySessionsThenNotMoved() {
		for (int day = 0; day < 6; day++) {
			for (int i = 0; i < 3000; i++) {
				this.world.visit(ALICE.at(Duration.ofDays(day)).at(Duration.ofSeconds(i)).session("s" + i % 6));
			}
		}
		assertThat(this.world.learned.priorShift(SubjectKind.HUMAN)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "3,2", "100,0", "100,-1", "100,1000", "100,NaN" })
	void createWhenOutOfRangeThenRefused(int principals, double budget) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LearningBounds(principals, 100, 100, budget, Duration.ZERO, AsnLists.none()));
	}

	private static Evaluation proven(AccessRequest request, Refusal refusal, boolean proven) {
		return new Evaluation("id", Gate.ACCESS, request, refusal, refusal, List.of(), proven);
	}

	private static Outcome outcome(Evaluation evaluation, int status, Caller caller) {
		return new Outcome(evaluation, status, 0, List.of(), End.COMPLETED, caller.time(), Duration.ZERO);
	}

	private static final class Listed implements RiskSignal {

		@Override
		public String name() {
			return "listed";
		}

		@Override
		public EvidenceGroup group() {
			return EvidenceGroup.AUTHORISATION;
		}

		@Override
		public Assessment assess(AccessRequest request) {
			return request.resource().id().endsWith("evil") ? new Assessment(4.3, "listed") : Assessment.silent();
		}

	}

}
