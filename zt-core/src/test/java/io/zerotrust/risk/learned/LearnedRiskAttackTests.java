package io.zerotrust.risk.learned;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Posture;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Permit;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.risk.learned.World.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What whoever knows the model may try.
 */
class LearnedRiskAttackTests {

	private static final double PRIOR = 1 / (1 + Math.exp(5));

	private static final Caller ALICE = Caller.user("alice");

	private static final Duration LATER = Duration.ofDays(20);

	private final World world = new World(Mode.ENFORCE, 1000);

	@ParameterizedTest
	@ValueSource(strings = { "CLIENT", "ACCESS" })
	void attemptedWhenNotProvenOrAtAnotherGateThenNothingChanges(String gate) {
		this.world.habit(ALICE, 20);
		Caller owner = ALICE.at(LATER).session("today");
		double before = World.risk(this.world.ask(ALICE.at(LATER).session("other")));
		boolean access = gate.equals(Gate.ACCESS.name());
		for (int i = 0; i < 500; i++) {
			Caller forged = (i % 2 == 0) ? owner.stolen().to("GET /things" + i) : Caller.user("invented-" + i);
			AccessRequest request = objects(forged, "4711", "4712");
			Evaluation evaluation = new Evaluation("id", access ? Gate.ACCESS : other(), request, Permit.instance(),
					Permit.instance(), List.of(), !access);
			this.world.learned.attempted(evaluation);
			this.world.learned.accept(new Outcome(evaluation, (i % 3 == 0) ? 404 : 200, 1 << 20,
					request.resource().objects(), Outcome.End.COMPLETED, forged.time(), Duration.ZERO));
		}
		assertThat(this.world.learned.principals()).isEqualTo(1);
		assertThat(World.risk(this.world.ask(ALICE.at(LATER).session("other")))).isEqualTo(before, within(1e-12));
		assertThat(World.risk(this.world.ask(owner))).as("not the anchor of the session either")
			.isEqualTo(PRIOR, within(1e-12));
		assertThat(this.world.score(objects(Caller.user("bob"), "4711")).contributions()).as("nor claimed").isEmpty();
	}

	private static Gate other() {
		for (Gate gate : Gate.values()) {
			if (gate != Gate.ACCESS) {
				return gate;
			}
		}
		throw new IllegalStateException("there is one gate only");
	}

	@Test
	void attemptedWhenAnonymousThenNothingIsRemembered() {
		AccessRequest request = Requests.anonymous();
		Evaluation evaluation = new Evaluation("id", Gate.ACCESS, request, Permit.instance(), Permit.instance(),
				List.of(), true);
		this.world.learned.attempted(evaluation);
		assertThat(this.world.learned.principals()).isZero();
	}

	// each login makes a session
	@Test
	void visitWhenOnePrincipalHasThousandsOfSessionsThenOnePrincipalAndTheOwnerGoesOn() {
		this.world.habit(ALICE, 20);
		for (int i = 0; i < 5000; i++) {
			this.world.visit(ALICE.at(LATER).at(Duration.ofMinutes(i % 60)).session("flood-" + i).stolen());
		}
		assertThat(this.world.learned.principals()).isEqualTo(1);
		assertThat(World.risk(this.world.ask(ALICE.at(LATER).session("own")))).isEqualTo(PRIOR, within(1e-12));
		assertThat(World.code(this.world.ask(ALICE.at(LATER).session("x").stolen()))).isEqualTo("risk.step-up");
	}

	@Test
	void visitWhenThousandsOfEndpointsThenBoundedAndRefused() {
		this.world.habit(ALICE, 20);
		int refused = 0;
		for (int i = 0; i < 2000; i++) {
			Evaluation evaluation = this.world
				.visit(ALICE.at(LATER).at(Duration.ofSeconds(i)).session("s").to("GET /endpoint" + i));
			refused += World.code(evaluation).isEmpty() ? 0 : 1;
		}
		assertThat(refused).isGreaterThan(1900);
	}

	@ParameterizedTest
	@CsvSource({ "0,XX,NaN,NaN", "-1,'',91,-181", "2147483647,DE,1e300,-1e300", "1,'\u00e4\u00f6',Infinity,-Infinity",
			"7,TOOLONG,0,0" })
	void visitWhenOriginIsAbsurdThenRiskStaysARisk(int asn, String country, double latitude, double longitude) {
		this.world.habit(ALICE, 20);
		for (int i = 0; i < 10; i++) {
			Origin origin = origin(asn, country, latitude, longitude);
			Caller now = ALICE.at(LATER).at(Duration.ofMinutes(i)).session("s" + i);
			AccessRequest request = seen(now, origin);
			assertThat(World.risk(this.world.visit(request, 200, 0, List.of()))).isBetween(0.0, 0.999);
			assertThat(World.risk(this.world.visit(now))).isBetween(0.0, 0.999);
		}
	}

	private static Origin origin(int asn, String country, double latitude, double longitude) {
		try {
			return new Origin(asn, country, latitude, longitude);
		}
		catch (IllegalArgumentException ex) {
			return Origin.unknown();
		}
	}

	@Test
	void visitWhenTimesAreAbsurdThenOthersGoOnAndNothingThrows() {
		this.world.habit(ALICE, 20);
		Instant[] times = { Instant.EPOCH, Instant.ofEpochSecond(-5_000_000_000L), Instant.ofEpochSecond(1L << 33),
				Instant.MIN, Instant.MAX, ALICE.time(), ALICE.time().minusSeconds(Decay.DAY * 400L) };
		for (int round = 0; round < 3; round++) {
			for (Instant time : times) {
				AccessRequest request = ALICE.session("s" + round).request();
				AccessRequest moved = new AccessRequest(request.subject(), request.action(), request.resource(),
						request.context().later(time));
				assertThat(World.risk(this.world.visit(moved, 200, 1000, List.of()))).isBetween(0.0, 1.0);
			}
		}
		assertThat(World.code(this.world.visit(ALICE.at(LATER).session("after")))).isEmpty();
		assertThat(World.risk(this.world.visit(Caller.user("bob").at(LATER)))).isEqualTo(PRIOR, within(1e-12));
	}

	// requests of one second may come in any order
	@Test
	void visitWhenOutOfOrderThenAsInOrder() {
		List<Integer> seconds = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			seconds.add(i);
		}
		this.world.habit(ALICE, 5);
		World shuffled = new World(Mode.ENFORCE, 1000);
		shuffled.habit(ALICE, 5);
		for (int second : seconds) {
			this.world.visit(ALICE.at(LATER).at(Duration.ofSeconds(second)));
		}
		Collections.reverse(seconds);
		for (int second : seconds) {
			shuffled.visit(ALICE.at(LATER).at(Duration.ofSeconds(second)));
		}
		Caller next = ALICE.at(LATER).at(Duration.ofSeconds(30));
		assertThat(World.risk(shuffled.ask(next))).isEqualTo(World.risk(this.world.ask(next)), within(0.02));
	}

	@Test
	void visitWhenAThousandObjectsAtOnceThenNeitherSlowNorOverflowing() {
		String[] ids = new String[1000];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = Integer.toString(i);
		}
		Caller bob = Caller.user("bob");
		this.world.habit(bob, 5);
		long before = System.nanoTime();
		for (int i = 0; i < 20; i++) {
			AccessRequest path = objects(bob.at(LATER).at(Duration.ofSeconds(i)), ids);
			double risk = World.risk(this.world.visit(path, 200, Long.MAX_VALUE, path.resource().objects()));
			assertThat(risk).isBetween(0.0, 1.0);
			AccessRequest body = bob.at(LATER).at(Duration.ofHours(i)).request();
			this.world.visit(body, 200, Long.MAX_VALUE, path.resource().objects());
		}
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
		AccessRequest last = objects(bob.at(LATER).at(Duration.ofHours(30)), ids);
		assertThat(World.code(this.world.ask(last))).isEqualTo("risk.throttled");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "12345678901234567890", "99999999999999999999999999999999", "\u0664\u0665",
			"\ud83d\ude00", "\ud83d", "../../etc/passwd", "%00", "-1", "NaN" })
	void visitWhenIdIsOddThenAnObjectAsAnyOther(String id) {
		Caller mallory = Caller.user("mallory");
		this.world.habit(mallory, 5);
		for (int day = 0; day < 5; day++) {
			this.world.visit(objects(ALICE.at(Duration.ofDays(day)).session("d" + day), id), 200, 0, List.of());
		}
		assertThat(this.world.score(objects(ALICE.at(LATER), id)).contributions()).isEmpty();
		AccessRequest touch = objects(mallory.at(LATER), id);
		this.world.visit(touch, 200, 0, List.of());
		for (int i = 0; i < 20; i++) {
			this.world.visit(touch, 200, 0, List.of());
		}
		assertThat(this.world.score(touch).explain()).doesNotContain("null").doesNotContain("objects of others, +");
	}

	// slow and mixed with own reads
	@Test
	void visitWhenObjectsOfManyOwnersThenContained() {
		for (int owner = 0; owner < 40; owner++) {
			for (int day = 0; day < 4; day++) {
				Caller caller = Caller.user("owner-" + owner).at(Duration.ofDays(day)).session("d" + day);
				for (int i = 0; i < 3; i++) {
					this.world.visit(objects(caller, "o" + owner + "-" + i), 200, 0, List.of());
				}
			}
		}
		Caller thief = Caller.user("owner-0").at(Duration.ofDays(5)).session("today");
		int records = 0;
		for (int i = 0; i < 60; i++) {
			Caller now = thief.at(Duration.ofMinutes(10L * i));
			this.world.visit(objects(now, "o0-" + i % 3), 200, 0, List.of());
			Evaluation evaluation = this.world.visit(objects(now, "o" + (1 + i % 39) + "-0"), 200, 0, List.of());
			records += evaluation.isPermitted() ? 1 : 0;
		}
		assertThat(records).isLessThan(10);
		Caller honest = Caller.user("owner-5").at(Duration.ofDays(5)).session("today");
		for (int i = 0; i < 3; i++) {
			assertThat(World.code(this.world.visit(objects(honest, "o5-" + i), 200, 0, List.of()))).isEmpty();
		}
	}

	@Test
	void visitWhenEightThreadsOnManyPrincipalsThenAllAreThereAndCounted() throws InterruptedException {
		AtomicInteger permitted = new AtomicInteger();
		Crew.run(8, (thread) -> {
			for (int i = 0; i < 300; i++) {
				Caller caller = Caller.user("user-" + i % 50)
					.session("s" + thread)
					.at(Duration.ofMinutes(i))
					.to("GET /things" + i % 700);
				AccessRequest request = objects(caller, "o" + i % 97, Integer.toString(i));
				Evaluation evaluation = this.world.visit(request, (i % 5 == 0) ? 404 : 200, 1000,
						request.resource().objects());
				permitted.addAndGet(evaluation.isPermitted() ? 1 : 0);
			}
		});
		assertThat(this.world.learned.principals()).isEqualTo(50);
		assertThat(permitted.get()).isPositive();
	}

	@Test
	void attemptedWhenEightThreadsOnOnePrincipalThenEachIsCounted() throws InterruptedException {
		this.world.habit(ALICE, 5);
		Caller now = ALICE.at(LATER).session("today");
		List<Evaluation> evaluations = new ArrayList<>();
		for (int i = 0; i < 800; i++) {
			evaluations.add(new Evaluation("id", Gate.ACCESS, now.request(), Permit.instance(), Permit.instance(),
					List.of(), true));
		}
		Crew.run(8, (thread) -> {
			for (int i = 0; i < 100; i++) {
				this.world.learned.attempted(evaluations.get(100 * thread + i));
			}
		});
		assertThat(this.world.score(now).explain()).contains("801 requests in an hour");
	}

	private static AccessRequest objects(Caller caller, String... ids) {
		List<TouchedObject> objects = new ArrayList<>();
		for (String id : ids) {
			objects.add(new TouchedObject("order", id));
		}
		AccessRequest request = caller.request();
		return new AccessRequest(request.subject(), request.action(), request.resource().about(objects),
				request.context());
	}

	private static AccessRequest seen(Caller caller, Origin origin) {
		AccessRequest request = caller.request();
		return new AccessRequest(request.subject(), request.action(), request.resource(),
				request.context().seen("t13d1516h2", origin, Posture.values()[0]));
	}

}
