package io.zerotrust.risk.learned;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionsTests {

	private static final Look USUAL = Look.usual();

	@Test
	void ofWhenComingAgainThenTheSame() {
		Sessions sessions = new Sessions(100);
		assertThat(sessions.find(USUAL.sample())).isNull();
		Session session = sessions.of(USUAL.sample());
		assertThat(sessions.of(USUAL.later(60).sample())).isSameAs(session);
		assertThat(sessions.find(USUAL.later(60).sample())).isSameAs(session);
		assertThat(sessions.of(USUAL.session(2L << 20).sample())).isNotSameAs(session);
	}

	@Test
	void ofWhenIdleThenBeginsAnewInItsPlace() {
		Sessions sessions = new Sessions(1);
		Session before = sessions.of(USUAL.sample());
		Look later = USUAL.with(Facet.DEVICE, 99).later(61 * Decay.MINUTE);
		assertThat(sessions.find(later.sample())).isNull();
		Session anew = sessions.of(later.sample());
		assertThat(anew).isNotSameAs(before);
		assertThat(anew.anchor().device()).isEqualTo(99);
		assertThat(sessions.find(later.later(1).sample())).isSameAs(anew);
	}

	@Test
	void ofWhenFullThenTheQuietestGoes() {
		Sessions sessions = new Sessions(8);
		for (int i = 0; i < 8; i++) {
			sessions.of(USUAL.session(i + 1).later(i).sample());
		}
		sessions.of(USUAL.session(1).sample()).see(Look.NOON + 100);
		sessions.of(USUAL.session(99).later(10).sample());
		assertThat(sessions.find(USUAL.session(2).sample())).as("quiet longest").isNull();
		assertThat(sessions.find(USUAL.session(1).sample())).as("seen since").isNotNull();
		for (int i = 3; i <= 8; i++) {
			assertThat(sessions.find(USUAL.session(i).sample())).isNotNull();
		}
	}

	@Test
	void ofWhenFloodedThenBounded() {
		Sessions sessions = new Sessions(64);
		int kept = 0;
		for (int i = 0; i < 20_000; i++) {
			sessions.of(USUAL.session(i * 0x9e3779b97f4a7c15L).sample());
		}
		for (int i = 0; i < 20_000; i++) {
			kept += (sessions.find(USUAL.session(i * 0x9e3779b97f4a7c15L).sample()) != null) ? 1 : 0;
		}
		assertThat(kept).isBetween(32, 64);
	}

	@Test
	void ofWhenEightThreadsMeetThenNoneIsLostThatOneThreadBegan() throws InterruptedException {
		Sessions sessions = new Sessions(1 << 14);
		Set<Session> begun = ConcurrentHashMap.newKeySet();
		IntConsumer work = (thread) -> {
			for (int i = 0; i < 500; i++) {
				Look own = USUAL.session((i * 8L + thread + 1) * 0x9e3779b97f4a7c15L);
				Session session = sessions.of(own.sample());
				begun.add(session);
				if (sessions.find(own.sample()) == session) {
					begun.remove(session);
				}
			}
		};
		Crew.run(8, work);
		assertThat(begun).isEmpty();
	}

}
