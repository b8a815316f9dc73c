package io.zerotrust.risk.learned;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProfilesTests {

	private final Profiles profiles = new Profiles(100);

	@Test
	void ofWhenUnknownThenBegunAndFoundAgain() {
		assertThat(this.profiles.find(key(1))).isNull();
		Profile profile = this.profiles.of(key(1));
		assertThat(this.profiles.of(key(1))).isSameAs(profile);
		assertThat(this.profiles.find(key(1))).isSameAs(profile);
		assertThat(this.profiles.size()).isEqualTo(1);
	}

	@Test
	void ofWhenFloodedThenNewcomersPushOutNewcomersOnly() {
		for (int i = 0; i < 50; i++) {
			this.profiles.establish(key(i), this.profiles.of(key(i)));
		}
		for (int i = 1000; i < 50_000; i++) {
			this.profiles.of(key(i));
		}
		for (int i = 0; i < 50; i++) {
			assertThat(this.profiles.find(key(i))).as("established %s", i).isNotNull();
		}
		assertThat(this.profiles.establishedSize()).isEqualTo(50);
		assertThat(this.profiles.size()).isBetween(51, 100);
	}

	@Test
	void establishWhenFullThenBounded() {
		for (int i = 0; i < 5000; i++) {
			this.profiles.establish(key(i), this.profiles.of(key(i)));
		}
		assertThat(this.profiles.size()).isLessThanOrEqualTo(100);
	}

	@Test
	void pinWhenFloodedThenNeverPushedOut() {
		Profile inTrouble = this.profiles.of(key(1));
		inTrouble.change((words) -> words[Layout.PINNED] = Look.NOON + Decay.DAY);
		this.profiles.pin(key(1), inTrouble, Look.NOON);
		for (int i = 1000; i < 20_000; i++) {
			this.profiles.of(key(i));
		}
		assertThat(this.profiles.find(key(1))).isSameAs(inTrouble);
		assertThat(this.profiles.of(key(1))).as("and comes back as it was").isSameAs(inTrouble);
	}

	@Test
	void pinWhenManyThenBoundedAndThoseWhoAreOverGo() {
		for (int i = 0; i < 500; i++) {
			Profile profile = this.profiles.of(key(i));
			profile.change((words) -> words[Layout.PINNED] = Look.NOON + Decay.DAY);
			this.profiles.pin(key(i), profile, Look.NOON);
		}
		for (int i = 1000; i < 20_000; i++) {
			this.profiles.of(key(i));
		}
		int kept = 0;
		for (int i = 0; i < 500; i++) {
			kept += (this.profiles.find(key(i)) != null) ? 1 : 0;
		}
		assertThat(kept).isBetween(10, 10 + 25);
		Profile later = this.profiles.of(key(777));
		this.profiles.pin(key(777), later, Look.NOON + 2 * Decay.DAY);
		for (int i = 30_000; i < 50_000; i++) {
			this.profiles.of(key(i));
		}
		assertThat(this.profiles.find(key(777))).as("there is room again").isSameAs(later);
	}

	@Test
	void forgetThenInNoneOfThePlaces() {
		Profile profile = this.profiles.of(key(1));
		this.profiles.establish(key(1), profile);
		this.profiles.pin(key(1), profile, Look.NOON);
		this.profiles.forget(key(1));
		assertThat(this.profiles.find(key(1))).isNull();
		assertThat(this.profiles.all()).isEmpty();
	}

	@Test
	void establishWhenOthersAskThenNobodyGetsAnotherProfile() throws InterruptedException {
		Set<Profile> seen = ConcurrentHashMap.newKeySet();
		Profile own = this.profiles.of(key(1));
		AtomicInteger established = new AtomicInteger();
		Crew.run(8, (thread) -> {
			for (int i = 0; i < 2000; i++) {
				if (thread == 0 && i == 1000) {
					this.profiles.establish(key(1), own);
					established.incrementAndGet();
				}
				seen.add(this.profiles.of(key(1)));
			}
		});
		assertThat(established).hasValue(1);
		assertThat(seen).containsExactly(own);
	}

	@Test
	void allThenEachOnce() {
		this.profiles.of(key(1));
		this.profiles.establish(key(2), this.profiles.of(key(2)));
		assertThat(this.profiles.all()).containsOnlyKeys(key(1), key(2));
	}

	private static PrincipalKey key(int number) {
		return new PrincipalKey(number * 0x9e3779b97f4a7c15L, number);
	}

}
