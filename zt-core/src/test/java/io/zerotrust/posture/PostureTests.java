package io.zerotrust.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.Requests;
import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class PostureTests {

	private static final Decision DENIED = Deny.of(Reason.of("policy.uncovered"));

	private final ObserveReport report = new ObserveReport();

	@ParameterizedTest
	@EnumSource(names = { "HANDLER_METHOD", "FUNCTION", "HANDLER" })
	void needsRuleWhenNobodyRuledOrConflictThenTrue(EndpointKind kind) {
		assertThat(endpoint(kind, EndpointPolicy.uncovered()).needsRule()).isTrue();
		assertThat(endpoint(kind, EndpointPolicy.of(Admission.CONFLICTING, "x")).needsRule()).isTrue();
		assertThat(endpoint(kind, Requests.AUTHENTICATED).needsRule()).isFalse();
		assertThat(endpoint(kind, EndpointPolicy.of(Admission.PUBLIC, "x")).needsRule()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "RESOURCES", "ACTUATOR", "ERROR", "FILTER_ENDPOINT", "SERVLET" })
	void needsRuleWhenRuledOtherwiseThenFalse(EndpointKind kind) {
		assertThat(endpoint(kind, EndpointPolicy.uncovered()).needsRule()).isFalse();
	}

	@Test
	void coverageWhenSomeNeedRulesThenShareOfTheRest() {
		Endpoint open = endpoint(EndpointKind.HANDLER, EndpointPolicy.uncovered());
		Endpoint ruled = endpoint(EndpointKind.HANDLER, Requests.AUTHENTICATED);
		EndpointInventory inventory = new EndpointInventory(List.of(open, ruled, ruled, ruled));
		assertThat(inventory.coverage()).isEqualTo(0.75);
		assertThat(inventory.needingRules()).containsExactly(open);
		assertThat(new EndpointInventory(List.of(open)).coverage()).isZero();
		assertThat(new EndpointInventory(List.of()).coverage()).isEqualTo(1);
	}

	@Test
	void inventoryWhenListChangesLaterThenInventoryDoesNot() {
		List<Endpoint> endpoints = new ArrayList<>(List.of(endpoint(EndpointKind.HANDLER, EndpointPolicy.uncovered())));
		EndpointInventory inventory = new EndpointInventory(endpoints);
		endpoints.clear();
		assertThat(inventory.needingRules()).hasSize(1);
	}

	@Test
	void recordWhenWouldBeRefusedThenCounted() {
		assertThat(this.report.record(evaluation(Permit.instance(), DENIED))).isTrue();
		assertThat(this.report.record(evaluation(Permit.instance(), DENIED))).isFalse();
		assertThat(this.report.rows())
			.containsExactly(new ObserveReport.Row("GET /orders/{id}", "policy.uncovered", 2));
	}

	@Test
	void recordWhenNothingIsOnlyObservedThenNotCounted() {
		assertThat(this.report.record(evaluation(Permit.instance(), Permit.instance()))).isFalse();
		assertThat(this.report.record(evaluation(DENIED, DENIED))).isFalse();
		assertThat(this.report.rows()).isEmpty();
	}

	@Test
	void rowsWhenSeveralThenMostFrequentFirst() {
		this.report.record("GET /b", "x.y");
		this.report.record("GET /a", "x.y");
		this.report.record("GET /c", ObserveReport.REFUSED_BY_SPRING);
		this.report.record("GET /c", ObserveReport.REFUSED_BY_SPRING);
		assertThat(this.report.rows()).extracting(ObserveReport.Row::endpoint)
			.containsExactly("GET /c", "GET /a", "GET /b");
	}

	// a flood of keys costs no memory and hides no count
	@Test
	void recordWhenRowsRunOutThenTheRestSharesOne() {
		for (int i = 0; i < 1000; i++) {
			assertThat(this.report.record("GET /" + i, "x.y")).isTrue();
		}
		for (int i = 1000; i < 1500; i++) {
			assertThat(this.report.record("GET /" + i, "x.y")).isFalse();
		}
		assertThat(this.report.record("GET /0", "x.y")).isFalse();
		assertThat(this.report.rows()).hasSize(1001)
			.startsWith(new ObserveReport.Row("other endpoints", "various", 500),
					new ObserveReport.Row("GET /0", "x.y", 2));
	}

	@Test
	void recordWhenManyAtOnceThenEveryRequestCountsAndOneOpensTheRow() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 200; round++) {
				assertThat(opened(threads, "GET /" + round)).isEqualTo(1);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.report.rows()).hasSize(200).extracting(ObserveReport.Row::count).containsOnly(8L);
	}

	private int opened(ExecutorService threads, String endpoint) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<Boolean>> answers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			answers.add(threads.submit(() -> {
				start.await();
				return this.report.record(endpoint, "x.y");
			}));
		}
		start.countDown();
		int opened = 0;
		for (Future<Boolean> answer : answers) {
			opened += answer.get() ? 1 : 0;
		}
		return opened;
	}

	private static Endpoint endpoint(EndpointKind kind, EndpointPolicy policy) {
		return new Endpoint(Set.of("GET"), "/a", "A#a()", kind, policy);
	}

	private static Evaluation evaluation(Decision decision, Decision wouldBe) {
		return new Evaluation("id", Gate.ACCESS, Requests.anonymous(), decision, wouldBe, List.of());
	}

}
