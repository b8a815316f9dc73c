package io.zerotrust.ratelimit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;

import static io.zerotrust.Findings.assertPasses;
import static io.zerotrust.Findings.code;
import static io.zerotrust.ratelimit.AddressLimitTests.quota;
import static org.assertj.core.api.Assertions.assertThat;

class SubjectLimitTests {

	private static final String HOME = "203.0.113.9";

	private static final String AWAY = "198.51.100.1";

	private static final Subject ALICE = Limited.subject("alice", "shop");

	@Test
	void evaluateWhenSameSubjectFromElsewhereThenSameBucket() {
		Limited limited = Limited.subjects(2);
		assertThat(quota(limited.ask(ALICE, HOME)).remaining()).isOne();
		assertThat(quota(limited.ask(Limited.subject("alice", "shop"), AWAY)).remaining()).isZero();
		assertThat(code(limited.ask(ALICE, HOME))).isEqualTo("limit.subject-requests");
		limited.clock.move(Limited.MINUTE.dividedBy(2));
		assertPasses(limited.ask(ALICE, HOME));
	}

	@Test
	void evaluateWhenAnotherSubjectClientOrActorThenAnotherBucket() {
		Limited limited = Limited.subjects(1);
		assertPasses(limited.ask(ALICE, HOME));
		assertPasses(limited.ask(Limited.subject("bob", "shop"), HOME));
		assertPasses(limited.ask(Limited.subject("alice", "batch"), HOME));
		assertPasses(limited.ask(Limited.subject("alice", "shop", "agent"), HOME));
		assertPasses(limited.ask(Limited.subject("alice", "shop", "agent", "other"), HOME));
		assertThat(code(limited.ask(Limited.subject("alice", "shop", "agent"), AWAY)))
			.isEqualTo("limit.subject-requests");
	}

	@Test
	void evaluateWhenAnonymousThenNotCounted() {
		Limited limited = Limited.subjects(1);
		for (int i = 0; i < 10; i++) {
			assertThat(limited.ask(Subject.anonymous(), HOME)).isEqualTo(Finding.pass());
		}
		assertThat(limited.limits.usage().get(0).tracked()).isZero();
	}

	@Test
	void evaluateWhenRequestIsDecidedAgainThenCountedOnce() {
		Limited limited = Limited.subjects(2);
		LocalCheck check = limited.limits.subjectCheck();
		AccessRequest request = Limited.request(ALICE, Requests.address(HOME));
		AccessRequest again = new AccessRequest(ALICE, request.action(), request.resource(), request.context().again());
		assertThat(quota(check.evaluate(request)).remaining()).isOne();
		assertThat(check.evaluate(again)).isEqualTo(Finding.pass());
		assertThat(quota(check.evaluate(request)).remaining()).isZero();
	}

	@Test
	void evaluateWhenManyAskAtOnceThenExactlyThePermitsPass() throws InterruptedException {
		for (int round = 0; round < 20; round++) {
			Limited limited = Limited.subjects(50);
			assertThat(passed(limited)).isEqualTo(50);
		}
	}

	private static int passed(Limited limited) throws InterruptedException {
		AtomicInteger passed = new AtomicInteger();
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		for (int i = 0; i < 8; i++) {
			threads.execute(() -> {
				await(start);
				for (int call = 0; call < 50; call++) {
					if (limited.ask(ALICE, HOME) instanceof Finding.Pass) {
						passed.incrementAndGet();
					}
				}
			});
		}
		start.countDown();
		threads.shutdown();
		assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		return passed.get();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
