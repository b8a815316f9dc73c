package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.RiskScore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class VolumeScoreTests {

	private static final Look USUAL = Look.usual();

	private final Crowd crowd = new Crowd(16);

	private final VolumeScore volume = new VolumeScore(this.crowd);

	private final int[] words = new int[Layout.SIZE];

	private int day;

	// beta = 0.78 sqrt(0.1), (ln(1 + x) - ln 10,001 + 0.577 beta) / beta - 2.5
	@ParameterizedTest
	@CsvSource({ "10000,0", "15000,0", "17000,0.2287", "20000,0.8877", "30000,2.5313" })
	void natsWhenMoreThanTheUsualPeakThenSurpriseByGumbel(int requests, double expected) {
		days(12, 10_000);
		today(requests - 1);
		assertThat(Look.nats(score(), "requests-hour")).isEqualTo(expected * share(), within(0.02));
		assertThat(Look.nats(score(), "requests-minute")).isEqualTo(expected, within(0.02));
	}

	private static double share() {
		return 0.4;
	}

	// the day that only one of twelve exceeds: -ln(1 - e^-e^-x) = ln 12
	@Test
	void natsWhenDayIsOneOfTwelveThenFree() {
		days(12, 1000);
		double beta = 0.78 * Math.sqrt(0.1);
		double oneOfTwelve = Math.exp(Math.log(1001) - 0.577 * beta - beta * Math.log(-Math.log(1 - 1.0 / 12)));
		today((int) oneOfTwelve - 2);
		assertThat(score().contributions()).isEmpty();
	}

	@Test
	void natsWhenTooFewDaysAndNoPeersThenSilent() {
		days(2, 10);
		today(5000);
		assertThat(score().contributions()).isEmpty();
		days(1, 10);
		today(5000);
		assertThat(score().contributions()).isNotEmpty();
	}

	@Test
	void natsWhenFarMoreThenCappedAndForServicesLower() {
		days(12, 10);
		today(100_000);
		assertThat(sum(score())).isEqualTo(9, within(1e-6));
		assertThat(sum(score(USUAL.service()))).isEqualTo(5.5, within(1e-6));
	}

	@Test
	void wordsWhenToldThenCountAndUsualPeak() {
		days(12, 100);
		today(999);
		assertThat(score().explain()).contains("1000 requests in a minute, usually up to 100");
	}

	// nobody can make himself so unsteady that everything is usual
	@Test
	void natsWhenUnsteadyThenStillTold() {
		for (int i = 0; i < 30; i++) {
			days(1, (i % 2 == 0) ? 10 : 1000);
		}
		today(100_000);
		assertThat(sum(score())).isGreaterThan(4);
	}

	// somebody with three days of his own leans on what his peers do
	@Test
	void natsWhenPeersDoAsMuchThenLess() {
		days(3, 10);
		today(200);
		double alone = sum(score());
		for (int i = 0; i < 40; i++) {
			for (Measure measure : Measure.ALL) {
				this.crowd.group(USUAL.sample()).close(measure, Math.log(201), 0, true);
			}
		}
		assertThat(sum(score())).isLessThan(alone / 2);
		int[] newcomer = new int[Layout.SIZE];
		Layout.VOLUME.advance(newcomer, USUAL.time(), new PeerGroup());
		for (int i = 0; i < 100_000; i++) {
			Layout.VOLUME.count(newcomer);
		}
		assertThat(Look.score((tally, sample) -> this.volume.addTo(tally, newcomer, sample), USUAL).contributions())
			.as("peers stand in where nothing is known")
			.isNotEmpty();
	}

	@Test
	void slowWhenSlowedThenUsualPaceForAQuarterOfAnHour() {
		days(12, 100);
		today(500);
		this.volume.slow(this.words, now().sample());
		int until = this.words[Layout.SLOWED];
		assertThat(until).isEqualTo(now().time() + 15 * 60);
		int served = 0;
		while (!isSlowed(now()) && served < 1000) {
			VolumeScore.done(this.words, 1, 0, 0, now().time());
			served++;
		}
		// 1.3 x 100 an hour
		assertThat(served).isBetween(30, 40);
		assertThat(isSlowed(now().later(899))).isTrue();
		assertThat(isSlowed(now().later(900))).as("it is over").isFalse();
		this.volume.slow(this.words, now().later(60).sample());
		assertThat(this.words[Layout.SLOWED]).as("it is not prolonged").isEqualTo(until);
		this.volume.slow(this.words, now().later(900).sample());
		assertThat(this.words[Layout.SLOWED]).isEqualTo(until + 900);
		assertThat(isSlowed(now().later(901))).as("and begins with nothing done").isFalse();
	}

	@Test
	void slowWhenHardlyAnythingIsUsualThenAFewAreServed() {
		days(12, 1);
		today(500);
		this.volume.slow(this.words, now().sample());
		for (int i = 0; i < 3; i++) {
			assertThat(isSlowed(now())).isFalse();
			VolumeScore.done(this.words, 1, 0, 0, now().time());
		}
		assertThat(isSlowed(now())).isTrue();
	}

	@Test
	void countWhenCountersRunFullThenNoOverflowIntoOtherPlaces() {
		days(12, 10);
		for (int i = 0; i < 5; i++) {
			Layout.VOLUME.send(this.words, Long.MAX_VALUE);
			Layout.VOLUME.end(this.words, true, false);
		}
		assertThat(sum(score())).isFinite().isLessThanOrEqualTo(9);
		days(2, 10);
		assertThat(sum(score())).isFinite();
	}

	@Test
	void advanceWhenTimeRunsBackThenNothingIsClosedTwice() {
		days(5, 10);
		int days = Layout.VOLUME.days(this.words);
		for (int i = 0; i < 10; i++) {
			Layout.VOLUME.advance(this.words, now().time() - i * Decay.DAY, new PeerGroup());
			Layout.VOLUME.advance(this.words, 0, new PeerGroup());
		}
		assertThat(Layout.VOLUME.days(this.words)).isEqualTo(days);
	}

	private Look now() {
		return USUAL.later(this.day * Decay.DAY);
	}

	private void days(int count, int requests) {
		for (int i = 0; i < count; i++) {
			Layout.VOLUME.advance(this.words, now().time(), new PeerGroup());
			for (int each = 0; each < requests; each++) {
				Layout.VOLUME.count(this.words);
			}
			Layout.VOLUME.end(this.words, true, false);
			this.day++;
			Layout.VOLUME.advance(this.words, now().time(), new PeerGroup());
		}
	}

	private void today(int requests) {
		for (int each = 0; each < requests; each++) {
			Layout.VOLUME.count(this.words);
		}
	}

	private RiskScore score() {
		return score(USUAL);
	}

	private RiskScore score(Look look) {
		return Look.score((tally, sample) -> this.volume.addTo(tally, this.words, sample), look.at(now().time()));
	}

	private boolean isSlowed(Look look) {
		RiskScore.Pace pace = Look.score((tally, sample) -> this.volume.addTo(tally, this.words, sample), look).pace();
		return pace != null && pace.slowed();
	}

	private static double sum(RiskScore score) {
		return score.contributions().stream().mapToDouble(VolumeScoreTests::nats).sum();
	}

	private static double nats(Contribution contribution) {
		return contribution.assessment().nats();
	}

}
