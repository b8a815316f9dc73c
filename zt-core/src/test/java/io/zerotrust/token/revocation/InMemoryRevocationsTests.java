package io.zerotrust.token.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.MovableClock;
import io.zerotrust.Requests;
import io.zerotrust.access.ClaimLayout;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.revocation.Revocation.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryRevocationsTests {

	private static final Duration LIFETIME = Duration.ofHours(1);

	private static final Duration SKEW = Duration.ofSeconds(60);

	private final MovableClock clock = new MovableClock();

	private final List<Revocation> told = new ArrayList<>();

	private final InMemoryRevocations store = store(3);

	@ParameterizedTest
	@EnumSource(Kind.class)
	void revokeWhenTakenThenFoundByItsKindAloneUntilItsTokensHaveEnded(Kind kind) {
		Revocation held = this.store.revoke(of(kind));
		assertThat(this.store.find(kind, Requests.ISSUER, of(kind).value())).isEqualTo(held);
		assertThat(this.store.find(kind, "https://other.example.com", of(kind).value())).isNull();
		for (Kind other : Kind.values()) {
			assertThat(this.store.find(other, Requests.ISSUER, of(kind).value()) != null).isEqualTo(other == kind);
		}
		this.clock.move(LIFETIME.plus(SKEW).plus(SKEW).minusNanos(1));
		assertThat(this.store.find(kind, Requests.ISSUER, of(kind).value())).isNotNull();
		this.clock.move(Duration.ofNanos(1));
		assertThat(this.store.find(kind, Requests.ISSUER, of(kind).value())).isNull();
		assertThat(this.store.size()).isZero();
		assertThat(this.store.all()).isEmpty();
	}

	@Test
	void revokeWhenTheEndOfTheTokenIsKnownThenKeptAsLongAsItMayPass() {
		Instant expires = Requests.NOW.plus(Duration.ofDays(2));
		this.store.revoke(Revocation.ofToken(Requests.ISSUER, "t1", expires, Requests.NOW, "stolen"));
		this.clock.move(Duration.ofDays(2).plusSeconds(59));
		assertThat(this.store.size()).isEqualTo(1);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.store.size()).isZero();
	}

	@Test
	void revokeWhenFullThenRefusedAndTheOldOnesHold() {
		for (int i = 0; i < 3; i++) {
			this.store.revoke(subject("s" + i));
		}
		for (int i = 0; i < 100; i++) {
			Revocation further = subject("flood" + i);
			assertThatExceptionOfType(RevocationRefusedException.class).isThrownBy(() -> this.store.revoke(further))
				.withMessageContaining("zt.token.revocation.capacity");
		}
		assertThat(this.store.refused()).isEqualTo(100);
		assertThat(this.store.all()).extracting(Revocation::value).containsExactlyInAnyOrder("s0", "s1", "s2");
		assertThat(this.told).hasSize(3);
		// what is held can still be made stricter
		assertThat(this.store.revoke(subject("s0")).value()).isEqualTo("s0");
		this.clock.move(LIFETIME.plus(SKEW).plus(SKEW));
		assertThat(this.store
			.revoke(new Revocation(Kind.SUBJECT, Requests.ISSUER, "next", this.clock.instant(), null, ""))).isNotNull();
		assertThat(this.store.size()).isEqualTo(1);
	}

	@Test
	void revokeWhenRevokedAlreadyThenBothHold() {
		Instant long_ = Requests.NOW.plus(Duration.ofDays(1));
		this.store.revoke(new Revocation(Kind.SUBJECT, Requests.ISSUER, "alice", Requests.NOW, long_, "first"));
		Revocation held = this.store.revoke(
				new Revocation(Kind.SUBJECT, Requests.ISSUER, "alice", Requests.NOW.minusSeconds(60), null, "second"));
		assertThat(held.issuedUntil()).isEqualTo(Requests.NOW);
		assertThat(held.keptUntil()).isEqualTo(long_.plus(SKEW));
		assertThat(held.reason()).isEqualTo("second");
		assertThat(this.store.all()).containsExactly(held);
	}

	@Test
	void liftWhenHeldThenGoneAndThereIsRoom() {
		for (int i = 0; i < 50; i++) {
			this.store.revoke(subject("alice"));
			assertThat(this.store.lift(Kind.SUBJECT, Requests.ISSUER, "alice")).isTrue();
			assertThat(this.store.lift(Kind.SUBJECT, Requests.ISSUER, "alice")).isFalse();
		}
		assertThat(this.store.all()).isEmpty();
		assertThat(this.store.find(Kind.SUBJECT, Requests.ISSUER, "alice")).isNull();
	}

	@Test
	void revokeWhenItCannotBeMeantThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.store.revoke(Revocation.ofSubject("https://idp.example.com/", "alice", Requests.NOW, "")))
			.withMessageContaining("not trusted");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.store
				.revoke(Revocation.ofSubject(Requests.ISSUER, "alice", Requests.NOW.plusSeconds(61), "")))
			.withMessageContaining("future");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.store.revoke(Revocation.ofToken(Requests.ISSUER, "t", Instant.MAX, Requests.NOW, "")))
			.withMessageContaining("ten years");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.store.revoke(new Revocation(Kind.SUBJECT, Requests.ISSUER, "alice", Requests.NOW,
					Requests.NOW.minusSeconds(60), "")))
			.withMessageContaining("past");
		assertThat(this.store.revoke(Revocation.ofIssuer(Requests.ISSUER, Instant.MIN, "")).keptUntil()).isNotNull();
		assertThat(this.told).hasSize(1);
		// who logs out with a token that has ended must not fail
		this.store.revoke(Revocation.ofToken(Requests.ISSUER, "t", Requests.NOW.minusSeconds(600), Requests.NOW, ""));
		assertThat(this.store.size()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\nb", "a\u0000", "\t" })
	void revocationWhenValueIsNoNameThenRefused(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> subject(value)).withMessageContaining("value");
		assertThatIllegalArgumentException().isThrownBy(() -> Revocation.ofIssuer(value, Requests.NOW, ""))
			.withMessageContaining("issuer");
	}

	@Test
	void revocationWhenTextIsEndlessOrOutOfPlaceThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> subject("x".repeat(2049)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Revocation(Kind.ISSUER, Requests.ISSUER, "alice", Requests.NOW, null, ""));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Revocation.ofIssuer(Requests.ISSUER, Requests.NOW, "a\r\nforged line"));
		assertThatIllegalArgumentException().isThrownBy(() -> store(0)).withMessageContaining("capacity");
	}

	@Test
	void revokeWhenManyDoThenTheBoundHoldsAndNoneIsLost() throws Exception {
		InMemoryRevocations small = store(500);
		ExecutorService pool = Executors.newFixedThreadPool(4);
		List<Future<Integer>> taken = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			int number = thread;
			taken.add(pool.submit(() -> {
				int count = 0;
				for (int i = 0; i < 300; i++) {
					try {
						small.revoke(subject(number + "-" + i));
						count++;
					}
					catch (RevocationRefusedException ex) {
						assertThat(small.size()).isEqualTo(500);
					}
				}
				return count;
			}));
		}
		int sum = 0;
		for (Future<Integer> count : taken) {
			sum += count.get();
		}
		pool.shutdown();
		assertThat(sum).isEqualTo(500);
		assertThat(small.all()).hasSize(500)
			.allSatisfy((held) -> assertThat(small.find(Kind.SUBJECT, Requests.ISSUER, held.value())).isEqualTo(held));
		assertThat(small.refused()).isEqualTo(700);
	}

	private InMemoryRevocations store(int capacity) {
		TrustedIssuer issuer = new TrustedIssuer(Requests.ISSUER, Set.of("orders"), false, LIFETIME, SKEW,
				ClaimLayout.standard());
		return new InMemoryRevocations(capacity, new TrustedIssuers(List.of(issuer)), this.clock,
				List.of(this.told::add));
	}

	private static Revocation subject(String name) {
		return Revocation.ofSubject(Requests.ISSUER, name, Requests.NOW, "test");
	}

	private static Revocation of(Kind kind) {
		return new Revocation(kind, Requests.ISSUER, (kind == Kind.ISSUER) ? "" : "it", Requests.NOW, null, "test");
	}

}
