package io.zerotrust.risk.quarantine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Requests;
import io.zerotrust.risk.quarantine.QuarantineEvent.Change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuarantineTests {

	private static final long MINUTE = 60;

	private static final long HOUR = 60 * MINUTE;

	private final AtomicInteger ids = new AtomicInteger();

	private final List<QuarantineEvent> events = new ArrayList<>();

	private final Quarantine quarantine = quarantine(10_000);

	@Test
	void imposeWhenByMachineThenTokenInItsSurroundingsIsShutOut() {
		Questions alice = Questions.alice();
		Quarantined held = impose(alice);
		assertThat(held.until()).isEqualTo(Requests.NOW.plusSeconds(15 * MINUTE));
		assertThat(held.by()).isEqualTo("zt");
		assertThat(this.quarantine.find(alice.request())).isEqualTo(held);
		// the same network and family of user agent
		assertThat(this.quarantine.find(alice.from("192.0.2.99").request())).isEqualTo(held);
		assertThat(this.quarantine.find(alice.agent("Mozilla/5.0 Firefox/141.0 x").request())).isEqualTo(held);
		assertThat(this.quarantine.find(alice.anonymous())).isNull();
	}

	// a stolen token must not shut out its owner
	@Test
	void imposeWhenByMachineThenEverythingElseOfThePrincipalGoesOn() {
		Questions alice = Questions.alice();
		impose(alice);
		assertFree(alice.claims(Map.of("sid", "s-2")));
		assertFree(alice.claims(Map.of("sid", "s-1", "client_id", "other")));
		assertFree(alice.claims(Map.of("sid", "s-1", "sub", "bob")));
		assertFree(alice.claims(Map.of("sid", "s-1", "iss", "https://other.example.com")));
		assertFree(alice.claims(Map.of("sid", "s-1", "act", Map.of("sub", "agent"))));
		assertFree(alice.from("192.0.3.7"));
		assertFree(alice.asn(64496));
		assertFree(alice.agent("curl/8.0"));
		assertFree(alice.agent(null));
		assertFree(alice.device("laptop"));
	}

	@Test
	void imposeWhenDeviceAndNetworkAreKnownThenThoseCount() {
		Questions alice = Questions.alice().asn(64496).device("laptop");
		impose(alice);
		assertThat(this.quarantine.find(alice.from("198.51.100.1").agent("curl/8.0").request())).isNotNull();
		assertFree(alice.asn(64497));
		assertFree(alice.device("phone"));
	}

	@Test
	void imposeWhenAddressIsIpv6ThenSiteCounts() {
		Questions alice = Questions.alice().from("2001:db8:1:2::1");
		impose(alice);
		assertThat(this.quarantine.find(alice.from("2001:db8:1:3::9").request())).isNotNull();
		assertFree(alice.from("2001:db8:2:2::1"));
	}

	@Test
	void imposeWhenTokenNamesNoSessionThenLoginCounts() {
		Questions alice = Questions.alice().claims(Map.of("auth_time", 1000));
		impose(alice);
		assertThat(this.quarantine.find(alice.request())).isNotNull();
		assertFree(alice.claims(Map.of("auth_time", 1001)));
		assertFree(alice.claims(Map.of()));
	}

	// a compromised pod must not shut out the pods beside it
	@Test
	void imposeWhenServiceNamesNoSessionThenAddressCounts() {
		Questions pod = Questions.alice().claims(Map.of("client_id", "alice")).asn(64496).agent("Java-http-client/17");
		assertThat(pod.request().subject().isService()).isTrue();
		impose(pod);
		assertThat(this.quarantine.find(pod.request())).isNotNull();
		assertFree(pod.from("192.0.2.8"));
	}

	@Test
	void findWhenOverThenNobodyIsShutOutAndItIsNoticedLater() {
		Questions alice = Questions.alice();
		Quarantined held = impose(alice);
		assertThat(this.quarantine.find(alice.after(15 * MINUTE - 1).request())).isNotNull();
		assertThat(this.quarantine.find(alice.after(15 * MINUTE).request())).isNull();
		assertThat(this.events).extracting(QuarantineEvent::change).containsExactly(Change.IMPOSED);
		assertThat(this.quarantine.holds(Requests.ISSUER, "alice", "shop")).isTrue();
		assertThat(this.quarantine.list(Requests.NOW.plusSeconds(15 * MINUTE))).isEmpty();
		assertThat(this.events.get(1))
			.isEqualTo(new QuarantineEvent(Change.EXPIRED, held, Requests.NOW.plusSeconds(15 * MINUTE), "zt"));
		assertThat(this.quarantine.holds(Requests.ISSUER, "alice", "shop")).isFalse();
		assertThat(this.quarantine.tally().expired()).isEqualTo(1);
	}

	@Test
	void imposeWhenAgainWithinADayThenTwiceAsLong() {
		Questions at = Questions.alice();
		long seconds = 15 * MINUTE;
		for (int i = 0; i < 9; i++) {
			Quarantined held = impose(at);
			long expected = Math.min(seconds << i, 24 * HOUR);
			assertThat(Duration.between(at.time(), held.until())).isEqualTo(Duration.ofSeconds(expected));
			at = at.after(expected + 24 * HOUR - 1);
		}
		assertThat(Duration.between(at.after(1).time(), impose(at.after(1)).until()))
			.isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void imposeWhenOtherKeyThenNotTwiceAsLong() {
		impose(Questions.alice());
		Quarantined other = impose(Questions.alice().device("phone"));
		assertThat(other.until()).isEqualTo(Requests.NOW.plusSeconds(15 * MINUTE));
	}

	@Test
	void imposeWhenHeldAlreadyThenStaysAsItIs() {
		Quarantined held = impose(Questions.alice());
		assertThat(impose(Questions.alice().after(600))).isEqualTo(held);
		assertThat(this.quarantine.tally().imposed(QuarantineCause.RISK)).isEqualTo(1);
		assertThat(this.events).hasSize(1);
	}

	@Test
	void imposeWhenCauseWeighsMoreThenItCounts() {
		Questions alice = Questions.alice();
		Quarantined ignored = Objects
			.requireNonNull(this.quarantine.impose(alice.request(), QuarantineCause.IGNORED_CHALLENGES, "x"));
		assertThat(ignored.until()).isEqualTo(Requests.NOW.plusSeconds(5 * MINUTE));
		Quarantined risk = impose(alice.after(10));
		assertThat(risk.id()).isEqualTo(ignored.id());
		assertThat(risk.cause()).isEqualTo(QuarantineCause.RISK);
		assertThat(risk.until()).isAfter(Requests.NOW.plusSeconds(15 * MINUTE));
		assertThat(this.quarantine.impose(alice.request(), QuarantineCause.IGNORED_CHALLENGES, "x")).isEqualTo(risk);
		Quarantined longer = Objects
			.requireNonNull(this.quarantine.impose(risk.key(), "by hand", Duration.ofSeconds(1), Requests.NOW, "joe"));
		assertThat(longer.until()).isEqualTo(risk.until());
		assertThat(longer.by()).isEqualTo("joe");
		assertThat(this.quarantine.list(Requests.NOW)).containsExactly(longer);
		assertThat(this.quarantine.size()).isEqualTo(1);
	}

	@Test
	void releaseWhenHeldThenFreeAndForgiven() {
		Quarantined held = impose(Questions.alice());
		assertThat(this.quarantine.release("nothing", Requests.NOW, "joe")).isNull();
		assertThat(this.quarantine.release(held.id(), Requests.NOW, "joe")).isEqualTo(held);
		assertThat(this.quarantine.release(held.id(), Requests.NOW, "joe")).isNull();
		assertFree(Questions.alice());
		assertThat(this.events.get(1)).isEqualTo(new QuarantineEvent(Change.RELEASED, held, Requests.NOW, "joe"));
		assertThat(this.quarantine.tally().released()).isEqualTo(1);
		assertThat(impose(Questions.alice()).until()).isEqualTo(Requests.NOW.plusSeconds(15 * MINUTE));
	}

	@Test
	void releaseWhenOverThenIsNoRelease() {
		Quarantined held = impose(Questions.alice());
		assertThat(this.quarantine.release(held.id(), held.until(), "joe")).isNull();
		assertThat(this.events).extracting(QuarantineEvent::change).containsExactly(Change.IMPOSED, Change.EXPIRED);
	}

	@Test
	void imposeWhenByOperatorThenAsWideAsHeSays() {
		Questions alice = Questions.alice();
		Questions elsewhere = alice.from("198.51.100.1").claims(Map.of("sid", "s-2", "client_id", "other"));
		Quarantined subject = byHand(QuarantineKey.ofSubject(Requests.ISSUER, "alice"));
		assertThat(subject.until()).isEqualTo(Requests.NOW.plusSeconds(24 * HOUR));
		assertThat(this.quarantine.find(alice.request())).isEqualTo(subject);
		assertThat(this.quarantine.find(elsewhere.request())).isEqualTo(subject);
		assertThat(this.quarantine.holds(Requests.ISSUER, "alice", "other")).isTrue();
		assertFree(alice.claims(Map.of("sub", "bob")));
		this.quarantine.release(subject.id(), Requests.NOW, "joe");
		byHand(QuarantineKey.ofClient(Requests.ISSUER, "alice", "shop"));
		assertThat(this.quarantine.find(alice.request())).isNotNull();
		assertFree(elsewhere);
		byHand(QuarantineKey.ofSession(Requests.ISSUER, "alice", "s-2"));
		assertThat(this.quarantine.find(elsewhere.request())).isNotNull();
		assertFree(elsewhere.claims(Map.of("client_id", "other")));
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, 30 * 24 * 3600 + 1 })
	void imposeWhenOperatorSaysOddDurationThenRefused(long seconds) {
		QuarantineKey key = QuarantineKey.ofSubject(Requests.ISSUER, "alice");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.quarantine.impose(key, "x", Duration.ofSeconds(seconds), Requests.NOW, "joe"))
			.withMessageContaining("duration");
		assertThat(this.quarantine.size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\nb", "a\u2028b" })
	void keyWhenTextIsOddThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> QuarantineKey.ofSubject(Requests.ISSUER, text));
		assertThatIllegalArgumentException().isThrownBy(() -> QuarantineKey.ofSubject(text, "alice"));
		assertThatIllegalArgumentException().isThrownBy(() -> QuarantineKey.ofClient(Requests.ISSUER, "alice", text));
		assertThatIllegalArgumentException().isThrownBy(() -> QuarantineKey.ofSession(Requests.ISSUER, "alice", text));
	}

	@Test
	void imposeWhenFullThenNothingIsDroppedAndTheNewOneIsNotKept() {
		Quarantine small = quarantine(2);
		for (String subject : List.of("a", "b")) {
			assertThat(impose(small, Questions.alice().claims(Map.of("sub", subject)))).isNotNull();
		}
		Questions third = Questions.alice().claims(Map.of("sub", "c"));
		assertThat(impose(small, third)).isNull();
		assertThat(small.tally().rejected()).isEqualTo(1);
		assertThat(small.list(Requests.NOW)).extracting((held) -> held.key().subject()).containsExactly("a", "b");
		// those held can still be made longer, and what runs out makes room
		assertThat(small.impose(small.list(Requests.NOW).get(0).key(), "x", null, Requests.NOW, "joe")).isNotNull();
		assertThat(impose(small, third.after(HOUR))).isNotNull();
	}

	// who names ever new devices does not take the room of others
	@Test
	void imposeWhenOnePrincipalHasManyThenOthersHaveRoom() {
		for (int i = 0; i < 64; i++) {
			assertThat(impose(Questions.alice().device("d" + i))).isNotNull();
		}
		assertThat(impose(this.quarantine, Questions.alice().device("d64"))).isNull();
		assertThat(impose(this.quarantine, Questions.alice().claims(Map.of("sub", "bob")))).isNotNull();
		assertThat(this.quarantine.tally().rejected()).isEqualTo(1);
	}

	@Test
	void imposeWhenListenerThrowsThenOthersAreToldAndItHolds() {
		Quarantine shaky = new Quarantine(QuarantineRules.defaults(), this::id, List.of((event) -> {
			throw new IllegalStateException("boom");
		}, (event) -> {
			throw new NoClassDefFoundError("boom");
		}, this.events::add));
		assertThat(impose(shaky, Questions.alice())).isNotNull();
		assertThat(shaky.find(Questions.alice().request())).isNotNull();
		assertThat(this.events).hasSize(1);
	}

	@Test
	void imposeWhenManyAtOnceThenCountsAgree() throws InterruptedException {
		List<QuarantineEvent> told = Collections.synchronizedList(new ArrayList<>());
		Quarantine busy = new Quarantine(
				new QuarantineRules(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 50), this::id,
				List.of(told::add));
		int threads = 4;
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		CountDownLatch start = new CountDownLatch(1);
		for (int t = 0; t < threads; t++) {
			int seed = t;
			pool.execute(() -> {
				await(start);
				for (int i = 0; i < 2000; i++) {
					Questions question = Questions.alice()
						.claims(Map.of("sub", "u" + (i * 7 + seed) % 90))
						.after(i / 40);
					Quarantined held = impose(busy, question);
					if (held != null && i % 5 == 0) {
						busy.release(held.id(), question.time(), "joe");
					}
					busy.find(question.request());
				}
			});
		}
		start.countDown();
		pool.shutdown();
		assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		busy.list(Requests.NOW.plusSeconds(HOUR));
		QuarantineTally tally = busy.tally();
		assertThat(busy.size()).isZero();
		assertThat(tally.imposed(QuarantineCause.RISK)).isEqualTo(tally.released() + tally.expired()).isPositive();
		assertThat(told).hasSize((int) (2 * tally.imposed(QuarantineCause.RISK)));
		assertThat(busy.holds(Requests.ISSUER, "u1", "shop")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0,10,1,1", "-1,10,1,1", "11,10,1,1", "1,10,0,1", "1,10,11,1", "1,10,1,0" })
	void rulesWhenOddThenRefused(long first, long longest, long ignored, int capacity) {
		assertThatIllegalArgumentException().isThrownBy(() -> new QuarantineRules(Duration.ofMinutes(first),
				Duration.ofMinutes(longest), Duration.ofMinutes(ignored), capacity));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void assertFree(Questions question) {
		assertThat(this.quarantine.find(question.request())).isNull();
	}

	private Quarantined byHand(QuarantineKey key) {
		Quarantined held = this.quarantine.impose(key, "by hand", null, Requests.NOW, "joe");
		assertThat(held).isNotNull();
		return Objects.requireNonNull(held);
	}

	private Quarantined impose(Questions question) {
		return Objects.requireNonNull(impose(this.quarantine, question));
	}

	private static @Nullable Quarantined impose(Quarantine quarantine, Questions question) {
		return quarantine.impose(question.request(), QuarantineCause.RISK, "test");
	}

	private Quarantine quarantine(int capacity) {
		return new Quarantine(
				new QuarantineRules(Duration.ofMinutes(15), Duration.ofDays(1), Duration.ofMinutes(5), capacity),
				this::id, List.of(this.events::add));
	}

	private String id() {
		return "q-" + this.ids.incrementAndGet();
	}

}
