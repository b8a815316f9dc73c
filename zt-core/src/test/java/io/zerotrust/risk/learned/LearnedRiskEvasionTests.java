package io.zerotrust.risk.learned;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Throttle;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskWeights;
import io.zerotrust.risk.learned.World.Caller;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How whoever knows the model gets around one part of it by another.
 */
class LearnedRiskEvasionTests {

	private static final Caller ALICE = Caller.user("alice");

	private static final Duration LATER = Duration.ofDays(20);

	private final World world = new World(Mode.ENFORCE, 1000);

	// one request for a batch must not make its sender somebody with a wide task
	@Test
	void visitWhenBatchOfObjectsOfOthersThenEvidenceAndNothingOfItUsual() {
		owners();
		Caller thief = Caller.user("owner-0").at(Duration.ofDays(5)).session("today");
		List<TouchedObject> batch = new ArrayList<>();
		for (int owner = 1; owner < 40; owner++) {
			batch.add(new TouchedObject("order", "o" + owner + "-1"));
		}
		assertThat(World.code(this.world.visit(thief.request(), 200, 0, batch))).isEmpty();
		Evaluation next = this.world.ask(touching(thief.at(Duration.ofMinutes(1)), "o7-0"));
		assertThat(World.code(next)).isEqualTo("risk.quarantined");
		assertThat(World.words(next)).contains("for objects of others");
	}

	@Test
	void visitWhenObjectsOfOthersAreNamedInBodiesThenContained() {
		owners();
		Caller thief = Caller.user("owner-0").at(Duration.ofDays(5)).session("today");
		int records = 0;
		for (int i = 0; i < 60; i++) {
			Caller now = thief.at(Duration.ofMinutes(10L * i));
			List<TouchedObject> objects = List.of(new TouchedObject("order", "o" + (1 + i % 39) + "-0"));
			records += this.world.visit(now.request(), 200, 0, objects).isPermitted() ? 1 : 0;
		}
		assertThat(records).isLessThan(10);
	}

	private void owners() {
		for (int owner = 0; owner < 40; owner++) {
			for (int day = 0; day < 4; day++) {
				Caller caller = Caller.user("owner-" + owner).at(Duration.ofDays(day)).session("d" + day);
				for (int i = 0; i < 3; i++) {
					this.world.visit(touching(caller, "o" + owner + "-" + i), 200, 0, List.of());
				}
			}
		}
	}

	// what is known only after the answer was written is not known when it is judged
	@Test
	void visitWhenOneAnswerIsFarTooLargeThenItDoesNotBecomeUsual() {
		for (int day = 0; day < 5; day++) {
			Caller today = ALICE.at(Duration.ofDays(day)).session("d" + day);
			this.world.visit(today.request(), 200, 20_000, List.of());
		}
		this.world.visit(ALICE.at(Duration.ofDays(5)).session("x").request(), 200, 1L << 30, List.of());
		this.world.visit(ALICE.at(Duration.ofDays(6)).session("y").request(), 200, 20_000, List.of());
		this.world.visit(ALICE.at(Duration.ofDays(7)).session("z").request(), 200, 1L << 30, List.of());
		Evaluation next = this.world.ask(ALICE.at(Duration.ofDays(7)).at(Duration.ofMinutes(1)).session("z"));
		assertThat(World.words(next)).contains("KB in an hour, usually up to 20").contains("+7.0");
	}

	// who waits as long as he is told must get on
	@Test
	void visitWhenWaitingAsLongAsToldThenServedAtTheUsualPace() {
		for (int day = 0; day < 12; day++) {
			Caller today = ALICE.at(Duration.ofDays(day)).session("d" + day);
			this.world.visit(touching(today, "a" + day, "b" + day), 200, 0, List.of());
		}
		Caller now = ALICE.at(LATER).session("today");
		List<TouchedObject> many = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			many.add(new TouchedObject("order", "x" + i));
		}
		this.world.visit(now.request(), 200, 0, many);
		Evaluation asked = this.world.visit(touching(now, "y"), 200, 0, List.of());
		assertThat(World.code(asked)).isEqualTo("risk.throttled");
		int served = 0;
		int refused = 0;
		for (int quarter = 0; quarter < 8; quarter++) {
			Duration wait = (asked.decision() instanceof Throttle throttle) ? throttle.retryAfter()
					: Duration.ofMinutes(15);
			now = now.at(wait);
			asked = this.world.visit(touching(now, "y" + quarter), 200, 0, List.of());
			served += asked.isPermitted() ? 1 : 0;
		}
		assertThat(served).isEqualTo(8);
		for (int i = 0; i < 20; i++) {
			refused += this.world.visit(touching(now, "z" + i), 200, 0, List.of()).isPermitted() ? 0 : 1;
		}
		assertThat(refused).as("and no faster").isGreaterThan(15);
	}

	@Test
	void visitWhenSlowedForObjectsThenNotFreeToSendEverythingElse() {
		for (int day = 0; day < 12; day++) {
			Caller today = ALICE.at(Duration.ofDays(day)).session("d" + day);
			this.world.visit(touching(today, "a" + day, "b" + day), 200, 20_000, List.of());
		}
		Caller now = ALICE.at(LATER).session("today");
		List<TouchedObject> many = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			many.add(new TouchedObject("order", "x" + i));
		}
		this.world.visit(now.request(), 200, 0, many);
		assertThat(World.code(this.world.ask(touching(now, "y")))).isEqualTo("risk.throttled");
		int served = 0;
		for (int i = 0; i < 50; i++) {
			served += this.world.visit(now.at(Duration.ofSeconds(10L * i)).request(), 200, 1 << 20, List.of())
				.isPermitted() ? 1 : 0;
		}
		assertThat(served).isLessThan(10);
	}

	// what is off does not switch off the rest
	@Test
	void visitWhenSurroundingsDoNotCountThenWhatIsDoneDoes() {
		RiskSettings settings = new RiskSettings(new RiskWeights(0, 0, 1), Map.of(), 0.45, Map.of());
		World indifferent = new World(settings);
		for (int day = 0; day < 12; day++) {
			Caller today = ALICE.at(Duration.ofDays(day)).session("d" + day);
			indifferent.visit(touching(today, "a" + day, "b" + day), 200, 0, List.of());
		}
		Caller thief = ALICE.at(LATER).session("today").stolen();
		int served = 0;
		for (int i = 0; i < 300; i++) {
			served += indifferent.visit(touching(thief, "x" + i), 200, 0, List.of()).isPermitted() ? 1 : 0;
		}
		assertThat(served).isLessThan(100);
	}

	@Test
	void visitWhenClockRanAheadOnceThenCountedAndForgivenAsBefore() {
		this.world.habit(ALICE, 12);
		Caller ahead = ALICE.at(Duration.ofDays(4000)).session("ahead");
		for (int i = 0; i < 40; i++) {
			this.world.visit(ahead.to("GET /things" + i), 404);
		}
		for (int day = 12; day < 18; day++) {
			this.world.visit(ALICE.at(Duration.ofDays(day)).session("back-" + day));
		}
		Caller now = ALICE.at(LATER).session("today");
		assertThat(this.world.score(now).contributions()).isEmpty();
		Evaluation last = this.world.ask(now);
		for (int i = 0; i < 300; i++) {
			last = this.world.visit(now);
		}
		assertThat(World.code(last)).isEqualTo("risk.throttled");
	}

	private static AccessRequest touching(Caller caller, String... ids) {
		List<TouchedObject> objects = new ArrayList<>();
		for (String id : ids) {
			objects.add(new TouchedObject("order", id));
		}
		AccessRequest request = caller.request();
		return new AccessRequest(request.subject(), request.action(), request.resource().about(objects),
				request.context());
	}

}
