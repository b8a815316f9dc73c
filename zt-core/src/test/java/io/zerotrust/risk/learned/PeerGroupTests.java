package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PeerGroupTests {

	private final PeerGroup group = new PeerGroup();

	@Test
	void closeWhenDaysOfManyThenMeanAndVariance() {
		for (int i = 0; i < 9; i++) {
			this.group.close(Measure.REQUESTS_HOUR, (i % 2 == 0) ? 3 : 5, 0.5, true);
			assertThat(this.group.isKnown(Measure.REQUESTS_HOUR)).isFalse();
		}
		this.group.close(Measure.REQUESTS_HOUR, 5, 0.5, true);
		assertThat(this.group.isKnown(Measure.REQUESTS_HOUR)).isTrue();
		assertThat(this.group.isKnown(Measure.BYTES_HOUR)).isFalse();
		assertThat(this.group.mean(Measure.REQUESTS_HOUR)).isEqualTo(4, within(1e-5));
		assertThat(this.group.variance(Measure.REQUESTS_HOUR)).isEqualTo(1, within(1e-5));
		assertThat(this.group.within(Measure.REQUESTS_HOUR)).isEqualTo(0.25, within(1e-5));
	}

	@Test
	void closeWhenFirstDayOfSomebodyThenSaysNothingOfItsOwnVariance() {
		for (int i = 0; i < 20; i++) {
			this.group.close(Measure.OBJECTS_DAY, 3, 3, false);
		}
		assertThat(this.group.within(Measure.OBJECTS_DAY)).isZero();
	}

	@Test
	void closeWhenThousandsOfDaysThenStillFollows() {
		for (int i = 0; i < 5000; i++) {
			this.group.close(Measure.BYTES_HOUR, 2, 0, true);
		}
		for (int i = 0; i < 3000; i++) {
			this.group.close(Measure.BYTES_HOUR, 4, 0, true);
		}
		assertThat(this.group.mean(Measure.BYTES_HOUR)).isGreaterThan(3.8);
	}

	@Test
	void shareWhenNothingIsKnownThenAllHoursAlike() {
		for (int hour = 0; hour < 24; hour++) {
			assertThat(this.group.share(hour)).isEqualTo(1 / 24.0, within(1e-9));
		}
	}

	@Test
	void shareWhenSeenThenSmoothedAroundTheClock() {
		for (int i = 0; i < 100; i++) {
			this.group.sees(0);
		}
		assertThat(this.group.share(0)).isEqualTo(51 / 124.0, within(1e-9));
		assertThat(this.group.share(1)).isEqualTo(26 / 124.0, within(1e-9));
		assertThat(this.group.share(23)).isEqualTo(26 / 124.0, within(1e-9));
		double sum = 0;
		for (int hour = 0; hour < 24; hour++) {
			sum += this.group.share(hour);
		}
		assertThat(sum).isEqualTo(1, within(1e-9));
	}

	@Test
	void isWideWhenFewTouchesThenNotYet() {
		for (int i = 0; i < 399; i++) {
			this.group.foreign().count(true);
		}
		assertThat(this.group.isWide(ObjectHistory.WIDE)).isFalse();
		this.group.foreign().count(true);
		assertThat(this.group.isWide(ObjectHistory.WIDE)).isTrue();
		for (int i = 0; i < 4000; i++) {
			this.group.foreign().count(false);
		}
		assertThat(this.group.isWide(ObjectHistory.WIDE)).isFalse();
	}

	@Test
	void ageThenHalves() {
		for (int i = 0; i < 10; i++) {
			this.group.join();
			this.group.uses(511);
		}
		this.group.age();
		assertThat(this.group.members()).isEqualTo(5);
		assertThat(this.group.endpointDiscount(511)).isEqualTo(Math.log(6), within(1e-9));
	}

}
