package io.zerotrust.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.zerotrust.Requests;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecentDecisionsTests {

	private static final Decision DENIED = Deny.of(Reason.of("test.denied"));

	private static final Decision CHALLENGED = Challenge.of(Proof.MISSING, Reason.of("test.challenged"));

	private static final Decision THROTTLED = new Throttle(Reason.of("test.throttled"), Duration.ofSeconds(1));

	private final RecentDecisions recent = new RecentDecisions(3, 2, 1);

	@Test
	void findWhenKeptThenReturnsIt() {
		Evaluation evaluation = add("a", DENIED);
		assertThat(this.recent.find("a")).containsSame(evaluation);
	}

	@Test
	void findWhenIdIsNotTheSameToTheLetterThenEmpty() {
		add("0a", DENIED);
		for (String other : List.of("0A", "0", "0a ", "", "*")) {
			assertThat(this.recent.find(other)).as(other).isEmpty();
		}
	}

	@Test
	void acceptWhenRingIsFullThenOldestGoes() {
		for (String id : List.of("a", "b", "c", "d")) {
			add(id, CHALLENGED);
		}
		assertThat(kept("a", "b", "c", "d")).containsExactly("b", "c", "d");
	}

	@Test
	void acceptWhenFloodOfOneKindThenOthersStay() {
		add("denied", DENIED);
		add("permitted", Permit.instance());
		add("throttled", THROTTLED);
		flood(THROTTLED);
		assertThat(kept("denied", "permitted", "throttled")).containsExactly("denied", "permitted");
		flood(Permit.instance());
		assertThat(kept("denied", "permitted")).containsExactly("denied");
		flood(DENIED);
		assertThat(kept("denied")).isEmpty();
	}

	@Test
	void acceptWhenRefusalIsOnlyObservedThenKeptAmongRefusals() {
		this.recent.accept(evaluation("observed", Permit.instance(), DENIED));
		flood(Permit.instance());
		assertThat(kept("observed")).containsExactly("observed");
	}

	@Test
	void acceptWhenSizeIsZeroThenKeepsNothing() {
		RecentDecisions none = new RecentDecisions(0, 0, 0);
		none.accept(evaluation("a", DENIED, DENIED));
		assertThat(none.find("a")).isEmpty();
	}

	@Test
	void createWhenSizeIsNegativeThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RecentDecisions(1, -1, 1))
			.withMessage("size must not be negative: -1");
	}

	@Test
	void acceptWhenManyThreadsWriteThenTheLastOnesAreKept() throws InterruptedException {
		RecentDecisions shared = new RecentDecisions(1000, 0, 0);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		for (int thread = 0; thread < 4; thread++) {
			int number = thread;
			threads.execute(() -> {
				for (int i = 0; i < 250; i++) {
					shared.accept(evaluation(number + "-" + i, DENIED, DENIED));
				}
			});
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		for (int thread = 0; thread < 4; thread++) {
			for (int i = 0; i < 250; i++) {
				assertThat(shared.find(thread + "-" + i)).isPresent();
			}
		}
	}

	private Evaluation add(String id, Decision decision) {
		Evaluation evaluation = evaluation(id, decision, decision);
		this.recent.accept(evaluation);
		return evaluation;
	}

	private void flood(Decision decision) {
		for (int i = 0; i < 1000; i++) {
			add("flood", decision);
		}
	}

	private List<String> kept(String... ids) {
		List<String> kept = new ArrayList<>();
		for (String id : ids) {
			this.recent.find(id).ifPresent((evaluation) -> kept.add(evaluation.id()));
		}
		return kept;
	}

	private static Evaluation evaluation(String id, Decision decision, Decision wouldBe) {
		return new Evaluation(id, Gate.ACCESS, Requests.anonymous(), decision, wouldBe, List.of());
	}

}
