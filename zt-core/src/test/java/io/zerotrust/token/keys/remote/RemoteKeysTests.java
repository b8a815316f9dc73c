package io.zerotrust.token.keys.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.nimbusds.jose.jwk.ECKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.KeysUnavailableException;
import io.zerotrust.token.keys.VerificationKey;
import io.zerotrust.token.keys.remote.KeyStatus.State;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * When an issuer is asked, and what everybody else is answered meanwhile.
 */
class RemoteKeysTests {

	private static final ECKey OLD = TestKeys.ec("old");

	private static final ECKey NEW = TestKeys.ec("new");

	private static final ECKey FORGED = TestKeys.ec("old");

	@Test
	void currentWhenNeverAskedThenNothingIsFetched() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			assertThat(issuer.keys().current()).isNull();
			assertThat(issuer.status().state()).isEqualTo(State.UNASKED);
			assertThat(issuer.status().age()).isNull();
			assertThat(issuer.asked()).isZero();
		}
	}

	@Test
	@Tag("J11")
	void newerThanWhenThousandUnknownIdsThenOneFetchPerCoolDown() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.publishes(OLD);
			issuer.fetch();
			KeySet seen = issuer.keys().current();
			for (int i = 0; i < 1000; i++) {
				CompletableFuture<KeySet> answer = BrokenIssuer.waiting(issuer.keys().newerThan(seen));
				// within the cool-down nobody waits
				assertThat(answer).isCompletedWithValue(seen);
			}
			assertThat(issuer.asked()).isEqualTo(1);
			issuer.coolDown();
			List<CompletableFuture<KeySet>> answers = new ArrayList<>();
			for (int i = 0; i < 1000; i++) {
				answers.add(BrokenIssuer.waiting(issuer.keys().newerThan(seen)));
			}
			for (CompletableFuture<KeySet> answer : answers) {
				assertThat(BrokenIssuer.answer(answer).version()).isEqualTo(1);
			}
			assertThat(issuer.asked()).isEqualTo(2);
		}
	}

	@Test
	void newerThanWhenIssuerIsSlowThenFewWaitAndNobodyForLong() throws Exception {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys", BrokenIssuer.SHORT_TIMEOUT)) {
			issuer.publishes(OLD);
			issuer.fetchPublished();
			KeySet seen = issuer.keys().current();
			issuer.answers("/keys", okJson(TestKeys.published(NEW)).withFixedDelay(2500));
			issuer.coolDown();
			List<CompletableFuture<KeySet>> waiting = new ArrayList<>();
			for (int i = 0; i < 1000; i++) {
				CompletableFuture<KeySet> answer = BrokenIssuer.waiting(issuer.keys().newerThan(seen));
				if (!answer.isDone()) {
					waiting.add(answer);
				}
				assertThat(issuer.keys().current()).isEqualTo(seen);
			}
			assertThat(waiting).hasSizeLessThanOrEqualTo(Attempt.MOST_WAITING);
			assertThat(waiting.get(0).get(2, TimeUnit.SECONDS)).isEqualTo(seen);
			assertThat(issuer.status().failure()).contains("did not come within 400 ms");
			// what comes too late is not taken
			assertThat(issuer.status().version()).isEqualTo(1);
		}
	}

	@Test
	void newerThanWhenOneGivesUpThenOthersStillWait() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.answers("/keys", okJson(TestKeys.published(OLD)).withFixedDelay(100));
			CompletableFuture<KeySet> one = BrokenIssuer.waiting(issuer.keys().newerThan(null));
			CompletableFuture<KeySet> other = BrokenIssuer.waiting(issuer.keys().newerThan(null));
			one.cancel(true);
			assertThat(BrokenIssuer.answer(other).keys()).hasSize(1);
			assertThat(issuer.asked()).isEqualTo(1);
		}
	}

	@Test
	void newerThanWhenThereAreNoKeysThenSaysWhyAtOnceWithinTheCoolDown() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.answers("/keys", serverError());
			issuer.fetch();
			CompletableFuture<KeySet> answer = BrokenIssuer.waiting(issuer.keys().newerThan(null));
			assertThat(answer).isCompletedExceptionally();
			assertThatExceptionOfType(java.util.concurrent.ExecutionException.class).isThrownBy(answer::get)
				.withCauseInstanceOf(KeysUnavailableException.class)
				.withMessageContaining("no keys of the issuer \"https://idp.example.com\": " + issuer.url()
						+ "/keys answers with status 500");
			assertThat(issuer.asked()).isEqualTo(1);
		}
	}

	@Test
	void newerThanWhenNewerOnesAreThereThenNobodyIsAsked() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.publishes(OLD);
			issuer.fetch();
			KeySet first = current(issuer);
			issuer.publishes(OLD, NEW);
			issuer.coolDown();
			issuer.fetch();
			assertThat(BrokenIssuer.answer(issuer.keys().newerThan(first)).version()).isEqualTo(2);
			assertThat(BrokenIssuer.answer(issuer.keys().newerThan(null)).version()).isEqualTo(2);
			assertThat(issuer.asked()).isEqualTo(2);
		}
	}

	@Test
	void versionWhenKeysAreTheSameInAnotherOrderThenStays() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.publishes(OLD, NEW);
			issuer.fetch();
			KeySet first = current(issuer);
			issuer.publishes(NEW, OLD);
			issuer.coolDown();
			issuer.fetch();
			KeySet second = current(issuer);
			assertThat(second.version()).isEqualTo(1);
			assertThat(second.keys()).isEqualTo(first.keys());
			assertThat(second.confirmed()).isEqualTo(first.confirmed().plus(BrokenIssuer.COOL_DOWN));
			issuer.publishes(NEW);
			issuer.coolDown();
			issuer.fetch();
			assertThat(issuer.keys().current()).satisfies((third) -> {
				assertThat(third.version()).isEqualTo(2);
				assertThat(third.keys()).extracting(VerificationKey::id).containsExactly("new");
			});
		}
	}

	@Test
	void refreshWhenKeysComeOfAgeThenFetchedAheadOfNeed() throws InterruptedException {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.publishes(OLD);
			issuer.fetch();
			issuer.clock.move(BrokenIssuer.REFRESH.minusSeconds(1));
			issuer.fetching().refresh();
			assertThat(issuer.asked()).isEqualTo(1);
			issuer.clock.move(Duration.ofSeconds(1));
			issuer.fetching().refresh();
			eventually(() -> issuer.asked() == 2 && issuer.status().age() != null && issuer.status().age().isZero());
			// a clock that was put back does not make keys young for hours
			issuer.clock.move(Duration.ofHours(-5));
			issuer.fetching().refresh();
			eventually(() -> issuer.asked() == 3);
		}
	}

	@Test
	void refreshWhenClockIsPutBackAndIssuerIsAwayThenKeysDoNotOutliveTheStaleLimit() throws InterruptedException {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.publishes(OLD);
			issuer.fetch();
			issuer.answers("/keys", serverError());
			issuer.clock.move(Duration.ofDays(-30));
			issuer.fetching().refresh();
			eventually(() -> issuer.status().state() == State.STALE);
			assertThat(issuer.status().age()).isZero();
			issuer.clock.move(BrokenIssuer.STALE_LIMIT);
			assertThat(issuer.keys().current()).isNotNull();
			issuer.clock.move(Duration.ofMillis(1));
			assertThat(issuer.keys().current()).isNull();
		}
	}

	@Test
	void warmUpWhenIssuerIsAwayThenAskedUntilItAnswersWithoutTraffic() throws InterruptedException {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.answers("/keys", serverError());
			KeyRules rules = new KeyRules(BrokenIssuer.REFRESH, Duration.ofMillis(80), BrokenIssuer.STALE_LIMIT,
					BrokenIssuer.TIMEOUT, BrokenIssuer.MAX_SIZE, Set.of(), false);
			try (KeyFetching fetching = new KeyFetching(
					List.of(new KeySource("https://idp.example.com", issuer.url() + "/keys")), rules, null,
					java.time.Clock.systemUTC())) {
				assertThat(issuer.asked()).isZero();
				fetching.warmUp();
				eventually(() -> fetching.status().get(0).state() == State.NO_KEYS);
				issuer.publishes(OLD);
				eventually(() -> fetching.status().get(0).state() == State.UP);
			}
		}
	}

	@Test
	void closeWhenSomebodyWaitsThenAnswered() {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys", Duration.ofSeconds(30))) {
			issuer.answers("/keys", okJson(TestKeys.published(OLD)).withFixedDelay(1000));
			CompletableFuture<KeySet> answer = BrokenIssuer.waiting(issuer.keys().newerThan(null));
			issuer.fetching().close();
			assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
				.isThrownBy(() -> answer.get(1, TimeUnit.SECONDS))
				.withMessageContaining("the application stops");
			issuer.coolDown();
			assertThat(BrokenIssuer.waiting(issuer.keys().newerThan(null))).isCompletedExceptionally();
		}
	}

	@Test
	@Tag("AT4")
	@Tag("J9")
	void rotationWhenUnderLoadThenValidTokensPassAndForgedOnesNever() throws Exception {
		try (BrokenIssuer issuer = BrokenIssuer.withKeysAt("/keys")) {
			issuer.publishes(OLD);
			issuer.fetch();
			String old = TestKeys.token(OLD);
			String forged = TestKeys.token(FORGED);
			AtomicBoolean over = new AtomicBoolean();
			CountDownLatch running = new CountDownLatch(4);
			ExecutorService threads = Executors.newFixedThreadPool(4);
			List<Future<Integer>> verified = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				verified.add(threads.submit(() -> {
					int passed = 0;
					running.countDown();
					while (!over.get() || passed == 0) {
						KeySet keys = current(issuer);
						assertThat(KeyChaosTests.verifies(keys, old)).isTrue();
						assertThat(KeyChaosTests.verifies(keys, forged)).isFalse();
						issuer.keys().newerThan(keys);
						passed++;
					}
					return passed;
				}));
			}
			running.await();
			for (int round = 0; round < 10; round++) {
				issuer.coolDown();
				if (round % 3 == 1) {
					issuer.answers("/keys", serverError());
					issuer.fetch();
					continue;
				}
				ECKey next = TestKeys.ec("next-" + round);
				issuer.publishes(OLD, next);
				KeySet rotated = BrokenIssuer.answer(issuer.keys().newerThan(issuer.keys().current()));
				for (int more = 0; !KeyChaosTests.verifies(rotated, TestKeys.token(next)) && more < 3; more++) {
					// another thread may have asked before the new key was published
					issuer.coolDown();
					rotated = BrokenIssuer.answer(issuer.keys().newerThan(rotated));
				}
				assertThat(KeyChaosTests.verifies(rotated, TestKeys.token(next))).isTrue();
			}
			over.set(true);
			for (Future<Integer> passed : verified) {
				assertThat(passed.get(10, TimeUnit.SECONDS)).isPositive();
			}
			threads.shutdown();
			// the old key is gone and so is its trust, without a restart
			issuer.coolDown();
			issuer.publishes(NEW);
			issuer.fetch();
			KeySet keys = current(issuer);
			assertThat(KeyChaosTests.verifies(keys, old)).isFalse();
			assertThat(KeyChaosTests.verifies(keys, TestKeys.token(NEW))).isTrue();
		}
	}

	@Test
	@Tag("J9")
	void ringWhenSeveralIssuersThenKeysStayApart() {
		try (BrokenIssuer one = BrokenIssuer.withKeysAt("/keys");
				BrokenIssuer other = BrokenIssuer.withKeysAt("/keys")) {
			one.publishes(OLD);
			other.publishes(NEW);
			KeyRules rules = new KeyRules(BrokenIssuer.REFRESH, BrokenIssuer.COOL_DOWN, BrokenIssuer.STALE_LIMIT,
					BrokenIssuer.TIMEOUT, BrokenIssuer.MAX_SIZE, Set.of(), false);
			List<KeySource> sources = List.of(new KeySource("https://one.example.com", one.url() + "/keys"),
					new KeySource("https://other.example.com", other.url() + "/keys"));
			try (KeyFetching fetching = new KeyFetching(sources, rules, null, one.clock)) {
				assertThat(fetching.ring().issuers()).containsExactlyInAnyOrder("https://one.example.com",
						"https://other.example.com");
				assertThat(fetching.ring().of("https://unknown.example.com")).isNull();
				assertThat(fetching.ring().of("https://one.example.com")).isNotNull()
					.satisfies((keys) -> assertThat(
							KeyChaosTests.verifies(BrokenIssuer.answer(keys.newerThan(null)), TestKeys.token(NEW)))
						.isFalse());
				// an issuer nobody has a token of costs no fetch
				assertThat(other.asked()).isZero();
			}
			assertThatIllegalArgumentException()
				.isThrownBy(() -> new KeyFetching(List.of(sources.get(0), sources.get(0)), rules, null, one.clock));
		}
	}

	private static void eventually(java.util.function.BooleanSupplier condition) throws InterruptedException {
		for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
			Thread.sleep(10);
		}
		assertThat(condition.getAsBoolean()).isTrue();
	}

	private static KeySet current(BrokenIssuer issuer) {
		return Objects.requireNonNull(issuer.keys().current(), "keys");
	}

}
