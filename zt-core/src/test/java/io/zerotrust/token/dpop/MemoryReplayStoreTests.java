package io.zerotrust.token.dpop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.token.dpop.ReplayStore.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MemoryReplayStoreTests {

	private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

	private static final Duration LIFE = Duration.ofMinutes(1);

	private final MemoryReplayStore store = new MemoryReplayStore(1000, LIFE);

	@Test
	@Tag("D12")
	void rememberWhenKnownThenReplayUntilItsEnd() {
		assertThat(use("a", "1", START, START)).isEqualTo(Answer.FIRST);
		for (int second = 0; second <= 60; second++) {
			assertThat(use("a", "1", START, START.plusSeconds(second))).isEqualTo(Answer.REPLAY);
		}
	}

	@Test
	@Tag("D12")
	void rememberWhenMadeAheadThenReplayUntilItsEnd() {
		Instant ahead = START.plusSeconds(10);
		assertThat(use("a", "1", ahead, START)).isEqualTo(Answer.FIRST);
		assertThat(use("a", "1", ahead, ahead.plus(LIFE))).isEqualTo(Answer.REPLAY);
	}

	@Test
	void rememberWhenOverThenRoomIsGivenBack() {
		for (int i = 0; i < 50; i++) {
			assertThat(use("a", "" + i, START, START)).isEqualTo(Answer.FIRST);
		}
		assertThat(this.store.held()).isEqualTo(50);
		assertThat(use("a", "51", START, START)).isEqualTo(Answer.FULL);
		Instant later = START.plusSeconds(75);
		assertThat(use("a", "52", later, later)).isEqualTo(Answer.FIRST);
		assertThat(this.store.held()).isOne();
	}

	// a clock that was put forward dropped what it must not take again
	@Test
	@Tag("D12")
	void rememberWhenClockIsPutBackThenNothingIsForgotten() {
		assertThat(use("a", "1", START, START)).isEqualTo(Answer.FIRST);
		Instant wrong = START.plus(Duration.ofHours(1));
		assertThat(use("b", "2", wrong, wrong)).isEqualTo(Answer.FIRST);
		assertThat(use("a", "1", START, START.plusSeconds(1))).isEqualTo(Answer.REPLAY);
		// newer ones pass at once
		Instant right = START.plusSeconds(20);
		assertThat(use("a", "3", right, right)).isEqualTo(Answer.FIRST);
		assertThat(use("b", "2", wrong, wrong)).isEqualTo(Answer.REPLAY);
	}

	@Test
	@Tag("D12")
	void rememberWhenOneKeyFloodsThenOthersPassAndNothingIsEvicted() {
		MemoryReplayStore large = new MemoryReplayStore(100_000, LIFE);
		assertThat(large.remember(use("victim", "1", START), START).toCompletableFuture().join())
			.isEqualTo(Answer.FIRST);
		int first = 0;
		for (int i = 0; i < 50_000; i++) {
			Answer answer = large.remember(use("flood", "" + i, START), START).toCompletableFuture().join();
			first += (answer == Answer.FIRST) ? 1 : 0;
		}
		assertThat(first).isEqualTo(5000);
		assertThat(large.held()).isEqualTo(5001);
		assertThat(large.remember(use("victim", "1", START), START).toCompletableFuture().join())
			.isEqualTo(Answer.REPLAY);
		assertThat(large.remember(use("victim", "2", START), START).toCompletableFuture().join())
			.isEqualTo(Answer.FIRST);
		assertThat(large.remember(use("flood", "0", START), START).toCompletableFuture().join())
			.isEqualTo(Answer.REPLAY);
	}

	@Test
	@Tag("D12")
	void rememberWhenManyKeysFloodThenFullAndNothingIsEvicted() {
		for (int i = 0; i < 3000; i++) {
			use("key" + i, "1", START, START);
		}
		assertThat(this.store.held()).isEqualTo(1000);
		assertThat(use("key0", "1", START, START)).isEqualTo(Answer.REPLAY);
		assertThat(use("another", "1", START, START)).isEqualTo(Answer.FULL);
	}

	// a busy client: 10,000 distinct proofs a minute, ten minutes long
	@Test
	@Tag("D12")
	void rememberWhenClientIsBusyThenAllPass() {
		MemoryReplayStore standard = new MemoryReplayStore(1_000_000, LIFE);
		for (int i = 0; i < 100_000; i++) {
			Instant now = START.plusMillis(i * 6L);
			assertThat(standard.remember(use("busy", "" + i, now), now).toCompletableFuture().join())
				.isEqualTo(Answer.FIRST);
		}
		assertThat(standard.held()).isLessThan(15_000);
	}

	@Test
	@Tag("D12")
	void rememberWhenManyThreadsThenExactlyOneIsFirst() throws Exception {
		int threads = 8;
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			CyclicBarrier barrier = new CyclicBarrier(threads);
			for (int round = 0; round < 300; round++) {
				// periods begin and end under way
				Instant now = START.plusSeconds(round * 15L);
				String id = "" + round;
				Callable<Answer> task = () -> {
					barrier.await();
					return use("a", id, now, now);
				};
				List<Future<Answer>> answers = new ArrayList<>();
				for (int i = 0; i < threads; i++) {
					answers.add(executor.submit(task));
				}
				int first = 0;
				for (Future<Answer> answer : answers) {
					first += (answer.get() == Answer.FIRST) ? 1 : 0;
				}
				assertThat(first).isOne();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void createWhenNothingFitsThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MemoryReplayStore(0, LIFE));
		assertThatIllegalArgumentException().isThrownBy(() -> new MemoryReplayStore(1, Duration.ZERO));
	}

	private Answer use(String key, String jti, Instant issuedAt, Instant now) {
		return this.store.remember(use(key, jti, issuedAt), now).toCompletableFuture().join();
	}

	private static ProofUse use(String key, String jti, Instant issuedAt) {
		return ProofUse.of(key, jti, "https://api.example.com/", issuedAt, issuedAt.plus(LIFE));
	}

}
