package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTests {

	private static final int MOST = 1000;

	private final Arrivals arrivals = new Arrivals();

	@Test
	void admitsWhenManyFromOneNetworkThenAThousandAnHour() {
		assertThat(admitted(7, Look.NOON, 5000)).isEqualTo(MOST);
		assertThat(admitted(8, Look.NOON, 5000)).as("another network").isEqualTo(MOST);
		assertThat(admitted(7, Look.NOON + Decay.HOUR - 1, 10)).as("the same hour").isZero();
		assertThat(admitted(7, Look.NOON + Decay.HOUR, 5000)).as("the next hour").isEqualTo(MOST);
	}

	@Test
	void admitsWhenTimeIsAbsurdThenStillBounded() {
		assertThat(admitted(Integer.MIN_VALUE, 0, 5000)).isEqualTo(MOST);
		assertThat(admitted(-1, Integer.MAX_VALUE, 5000)).isEqualTo(MOST);
	}

	@Test
	void admitsWhenEightThreadsThenExactlySoMany() throws InterruptedException {
		AtomicInteger admitted = new AtomicInteger();
		Crew.run(8, (thread) -> admitted.addAndGet(admitted(7, Look.NOON, 500)));
		assertThat(admitted).hasValue(MOST);
	}

	private int admitted(int network, int now, int asked) {
		int admitted = 0;
		for (int i = 0; i < asked; i++) {
			admitted += this.arrivals.admits(network, now) ? 1 : 0;
		}
		return admitted;
	}

}
