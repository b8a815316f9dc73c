package io.zerotrust.risk.learned;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Context;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Posture;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Reason;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.RiskScore;
import io.zerotrust.risk.SignalNames;
import io.zerotrust.risk.learned.World.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Who tries out credentials, and whom it must not hurt.
 */
class SourceFailuresTests {

	private static final String HOME = "198.51.100.7";

	private static final String CAFE = "203.0.113.66";

	private static final Caller ALICE = Caller.user("alice").at(Duration.ofDays(20)).session("today");

	private final World world = new World(Mode.ENFORCE, 1000);

	@BeforeEach
	void habit() {
		this.world.habit(Caller.user("alice"), 20);
	}

	@Test
	void scoreWhenCredentialsAreTriedFromThereThenStrangersHaveToStepUp() {
		double before = this.world.score(ALICE.from(CAFE)).risk();
		stuff(CAFE, 60, "token.signature");
		Evaluation moved = this.world.ask(ALICE.from(CAFE));
		assertThat(before).isLessThan(0.62);
		assertThat(World.code(moved)).isEqualTo("risk.step-up");
		assertThat(World.words(moved)).contains("60 rejected credentials from this network in short time")
			.doesNotContain(CAFE);
		Caller proven = ALICE.from(CAFE).at(Duration.ofSeconds(5)).steppedUp();
		assertThat(World.code(this.world.visit(proven))).isEmpty();
		assertThat(nats(this.world.score(ALICE.from(CAFE).at(Duration.ofSeconds(10))))).as("now at home").isZero();
	}

	// nobody locks out his neighbour
	@Test
	void scoreWhenAttackerIsBehindTheAddressOfTheVictimThenVictimGoesOn() {
		Evaluation before = this.world.ask(ALICE);
		stuff(HOME, 5000, "token.signature");
		stuff(HOME, 5000, "credential.invalid");
		Evaluation after = this.world.visit(ALICE.at(Duration.ofSeconds(1)));
		assertThat(World.code(after)).isEmpty();
		assertThat(World.risk(after)).isEqualTo(World.risk(before), within(1e-12));
		assertThat(this.world.learned.principals()).as("nobody was invented").isEqualTo(1);
	}

	@Test
	void scoreWhenAloneThenNeverDeniedNorQuarantined() {
		stuff(CAFE, 5000, "token.signature");
		RiskScore user = this.world.score(Caller.user("newcomer").from(CAFE).at(Duration.ofDays(20)));
		RiskScore service = this.world.score(Caller.service("batch").from(CAFE).at(Duration.ofDays(20)));
		assertThat(nats(user)).isEqualTo(6, within(1e-6));
		assertThat(user.risk()).isBetween(0.40, 0.82);
		assertThat(service.risk()).isBetween(0.40, 0.82);
		assertThat(World.code(this.world.ask(Caller.service("batch").from(CAFE).at(Duration.ofDays(20))))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "token.expired", "token.revoked", "token.not-yet-valid", "token.key", "subject.missing",
			"limit.address-failures", "policy.scope-missing", "risk.step-up", "credential.ambiguous" })
	void failedWhenNoCredentialWasTriedThenNothing(String code) {
		stuff(CAFE, 1000, code);
		assertThat(nats(this.world.score(Caller.user("newcomer").from(CAFE).at(Duration.ofDays(20))))).isZero();
	}

	@Test
	void failedWhenAFewTyposThenNothing() {
		for (int i = 0; i < 2; i++) {
			fail(CAFE, null, "credential.invalid", ALICE.time().minusSeconds(300 - 60 * i));
		}
		assertThat(nats(this.world.score(ALICE.from(CAFE)))).isZero();
	}

	@Test
	void scoreWhenHoursHavePassedThenForgotten() {
		stuff(CAFE, 60, "token.signature");
		assertThat(nats(this.world.score(ALICE.from(CAFE).at(Duration.ofHours(6))))).isEqualTo(2, within(0.5));
		assertThat(nats(this.world.score(ALICE.from(CAFE).at(Duration.ofHours(12))))).isZero();
	}

	@Test
	void scoreWhenNetworkIsSharedByManyThenDiscounted() {
		for (int i = 0; i < 50; i++) {
			this.world.habit(Caller.user("colleague-" + i).from(CAFE), 4);
		}
		stuff(CAFE, 5000, "token.signature");
		// ln(1 + 50)
		assertThat(nats(this.world.score(ALICE.from(CAFE)))).isEqualTo(6 - 3.93, within(0.1));
	}

	// an attacker with an account of his own
	@Test
	void seenWhenOneAccountAnswersForItsNetworkThenItIsNotWashed() {
		this.world.habit(Caller.user("mallory").from(CAFE), 4);
		stuff(CAFE, 60, "token.signature");
		double before = nats(this.world.score(Caller.user("victim").from(CAFE).at(Duration.ofDays(20))));
		for (int i = 0; i < 500; i++) {
			this.world.visit(Caller.user("mallory").from(CAFE).at(Duration.ofDays(20)).session("wash-" + i));
		}
		double after = nats(this.world.score(Caller.user("victim").from(CAFE).at(Duration.ofDays(20))));
		assertThat(before).isGreaterThan(3);
		assertThat(after).isGreaterThan(before - 1);
	}

	@Test
	void scoreWhenManyNetworksShareAFingerprintThenItSpeaksInEveryNetwork() {
		for (int i = 0; i < 50; i++) {
			fail("192.0." + i + ".9", "t13d-botnet", "token.signature", ALICE.time().minusSeconds(50 - i));
		}
		RiskScore bot = this.world.score(with(ALICE.from(CAFE), "t13d-botnet"));
		assertThat(bot.explain()).contains("rejected credentials with this TLS fingerprint");
		assertThat(nats(this.world.score(with(ALICE.from(CAFE), "t13d-other")))).isZero();
		assertThat(nats(this.world.score(with(ALICE, "t13d-botnet")))).as("at home").isZero();
	}

	@Test
	void failedWhenInTheHomeOfManyThenTheirBrowserIsNotBlamed() {
		this.world.habit(Caller.user("bob"), 4);
		for (int i = 0; i < 500; i++) {
			fail(HOME, "t13d-browser", "credential.invalid", ALICE.time().minusSeconds(500 - i));
		}
		assertThat(nats(this.world.score(with(ALICE.from(CAFE), "t13d-browser")))).isZero();
	}

	@Test
	void failedWhenSurgeThenCountsDouble() {
		assertThat(SignalNames.all()).contains("source-failures");
		fail(CAFE, null, "credential.invalid", ALICE.time());
		fail(CAFE, null, "credential.invalid", ALICE.time().plusSeconds(30));
		assertThat(nats(this.world.score(ALICE.from(CAFE).at(Duration.ofSeconds(30))))).isZero();
		World surging = new World(Mode.ENFORCE, 1000);
		for (int i = 0; i < 200; i++) {
			fail(surging, "192.0." + i + ".9", null, "credential.invalid", ALICE.time());
		}
		fail(surging, CAFE, null, "credential.invalid", ALICE.time());
		fail(surging, CAFE, null, "credential.invalid", ALICE.time().plusSeconds(30));
		// 3 + 2.4 - 3.5: one failure makes the next a little more usual
		assertThat(nats(surging.score(ALICE.from(CAFE).at(Duration.ofSeconds(30))))).isEqualTo(1.9, within(0.05));
	}

	@Test
	void failedWhenFromEverywhereThenBounded() {
		for (int i = 0; i < 50_000; i++) {
			fail("10." + (i >> 8 & 0xff) + "." + (i & 0xff) + ".1", "ja4-" + i, "token.signature", ALICE.time());
		}
		assertThat(World.code(this.world.ask(ALICE))).isEmpty();
		assertThat(this.world.learned.principals()).isEqualTo(1);
	}

	@Test
	void failedWhenAddressIsUnknownThenNothing() {
		AccessRequest request = Requests.anonymous();
		AccessRequest nowhere = new AccessRequest(request.subject(), request.action(), request.resource(),
				new Context(ALICE.time(), null, true, null, null));
		for (int i = 0; i < 100; i++) {
			fail(this.world, nowhere, "token.signature");
		}
		AccessRequest alice = ALICE.request();
		assertThat(nats(this.world.score(new AccessRequest(alice.subject(), alice.action(), alice.resource(),
				new Context(ALICE.time(), null, true, null, null)))))
			.isZero();
	}

	@Test
	void failedWhenManyThreadsThenNothingIsLost() throws InterruptedException {
		Crew.run(4, (thread) -> {
			for (int i = 0; i < 500; i++) {
				fail(CAFE, null, "token.signature", ALICE.time());
				this.world.score(ALICE.from(CAFE));
			}
		});
		assertThat(this.world.score(ALICE.from(CAFE)).explain()).contains("2000 rejected credentials");
	}

	private void stuff(String address, int times, String code) {
		for (int i = 0; i < times; i++) {
			fail(address, null, code, ALICE.time().minusSeconds((times - i) / 20));
		}
	}

	private void fail(String address, @Nullable String fingerprint, String code, Instant time) {
		fail(this.world, address, fingerprint, code, time);
	}

	private static void fail(World world, String address, @Nullable String fingerprint, String code, Instant time) {
		AccessRequest request = ALICE.from(address).request();
		fail(world,
				new AccessRequest(Subject.anonymous(), request.action(), request.resource(),
						new Context(time, Requests.address(address), true, null, null).seen(fingerprint,
								Origin.unknown(), Posture.UNKNOWN)),
				code);
	}

	private static void fail(World world, AccessRequest request, String code) {
		Challenge refusal = Challenge.of(Proof.INVALID, new Reason(code, "test"));
		Evaluation evaluation = new Evaluation("id", Gate.ACCESS, request, refusal, refusal, List.of());
		world.learned
			.accept(new Outcome(evaluation, 401, 0, List.of(), End.COMPLETED, request.context().time(), Duration.ZERO));
	}

	private static AccessRequest with(Caller caller, String fingerprint) {
		AccessRequest request = caller.request();
		return new AccessRequest(request.subject(), request.action(), request.resource(),
				request.context().seen(fingerprint, Origin.unknown(), Posture.UNKNOWN));
	}

	private static double nats(RiskScore score) {
		return score.contributions()
			.stream()
			.filter((each) -> each.signal().equals("source-failures"))
			.map(Contribution::assessment)
			.mapToDouble((each) -> each.nats())
			.sum();
	}

}
