package io.zerotrust.risk.learned;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.RiskThresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Each formula against numbers computed by hand.
 */
class FormulaTests {

	private static final long NOW = 1_767_268_800_000L;

	private static final long DAY = Decay.DAY;

	// ln(q (alpha + N) / (alpha + d K)), clipped
	@ParameterizedTest
	@CsvSource({ "DEVICE,1,0.4253", "DEVICE,10,2.2649", "DEVICE,40,3.6009", "DEVICE,100,4", "NETWORK,1,0.0690",
			"NETWORK,10,1.5950", "NETWORK,40,2.8784", "NETWORK,100,3", "AGENT,1,0.0690", "AGENT,10,2.0149",
			"AGENT,40,3" })
	void unseenWhenOneValueWasSeenThenAsComputed(Facet facet, int trials, double expected) {
		FamiliarValues values = seen(trials);
		assertThat(values.nats(facet, 99, 0, NOW)).isEqualTo(expected, within(1e-4));
	}

	// f ln((1-q) / (1-theta)) + (1-f) min(unseen, 1.5), with f = w / (w + 1)
	@ParameterizedTest
	@CsvSource({ "DEVICE,1,-0.4950", "DEVICE,10,-1.3182", "NETWORK,1,-0.2005", "NETWORK,10,-1.3182", "AGENT,1,0.0022",
			"AGENT,10,-0.4310" })
	void seenWhenOnlyValueThenFamiliar(Facet facet, int trials, double expected) {
		assertThat(seen(trials).nats(facet, 7, 0, NOW)).isEqualTo(expected, within(1e-4));
	}

	@ParameterizedTest
	@EnumSource
	void natsWhenNeverTriedThenNothingSpeaksAgainst(Facet facet) {
		assertThat(FamiliarValues.NONE.nats(facet, 7, 0, NOW)).isLessThanOrEqualTo(0);
	}

	@ParameterizedTest
	@EnumSource
	void natsWhenNetworksHopThenNoveltyFades(Facet facet) {
		FamiliarValues hopping = FamiliarValues.NONE;
		for (int i = 1; i <= 60; i++) {
			hopping = hopping.learn(i, 1, NOW);
		}
		assertThat(hopping.size()).isEqualTo(FamiliarValues.MOST);
		assertThat(hopping.nats(facet, 99, 0, NOW)).isLessThan(seen(60).nats(facet, 99, 0, NOW) - 1.5);
	}

	@Test
	void weightWhenTimePassesThenHalvesIn30DaysAndIsDropped() {
		FamiliarValues values = seen(4);
		assertThat(values.weight(7, NOW + 30 * DAY)).isEqualTo(2, within(1e-6));
		assertThat(values.weight(7, NOW + 60 * DAY)).isEqualTo(1, within(1e-6));
		assertThat(values.weight(7, NOW + 151 * DAY)).isEqualTo(0.122, within(1e-3));
		assertThat(values.weight(7, NOW + 152 * DAY)).isZero();
		// a request that comes late finds what is there
		assertThat(values.weight(7, NOW - DAY)).isEqualTo(4);
	}

	@Test
	void learnWhenTableFullThenRarestGoes() {
		FamiliarValues values = seen(3);
		for (int i = 100; i < 107; i++) {
			values = values.learn(i, (i == 103) ? 0.5 : 2, NOW);
		}
		values = values.learn(200, 1, NOW);
		assertThat(values.size()).isEqualTo(FamiliarValues.MOST);
		assertThat(values.weight(103, NOW)).isZero();
		assertThat(values.weight(7, NOW)).isEqualTo(3);
		assertThat(values.weight(200, NOW)).isEqualTo(1);
	}

	// ln(0.5 (1 + N) / (1 + 0.15 K)), clipped, + 0.7 where critical
	@ParameterizedTest
	@CsvSource({ "4,4,false,0.4463", "60,20,false,2.0314", "60,20,true,2.7314", "10000,5,false,5" })
	void endpointWhenNewThenAsComputed(int trials, int known, boolean critical, double expected) {
		EndpointHistory history = endpoints(trials, known);
		assertThat(history.nats(sample(400, critical), 0, true)).isEqualTo(expected, within(1e-4));
		assertThat(history.nats(sample(400, critical), 1.2, true))
			.isEqualTo(Math.max(-0.5, Math.min(5, Math.log(0.5 * (1 + trials) / (1 + 0.15 * known)) - 1.2))
					+ (critical ? 0.7 : 0), within(1e-4));
		assertThat(history.nats(sample(0, critical), 0, true)).isEqualTo(-0.8);
		assertThat(history.nats(sample(400, critical), 0, false)).isLessThanOrEqualTo(0);
	}

	@Test
	void endpointsWhenSeveralNewThenAddUpAndFadeInHours() {
		EndpointHistory history = endpoints(60, 20);
		for (int i = 0; i < 3; i++) {
			history = history.tried(history.nats(sample(400 + i, false), 0, true), NOW);
		}
		assertThat(history.assessment(false, NOW).nats()).isEqualTo(3 * 2.0314 - 2, within(1e-3));
		assertThat(history.assessment(false, NOW).words()).isEqualTo("3 endpoints never used before");
		assertThat(history.assessment(true, NOW).nats()).isEqualTo(3 * 2.0314 - 1, within(1e-3));
		assertThat(history.assessment(false, NOW + 2 * Decay.HOUR).nats()).isEqualTo(1.5 * 2.0314 - 2, within(1e-3));
		for (int i = 0; i < 20; i++) {
			history = history.tried(5, NOW);
		}
		assertThat(history.assessment(false, NOW).nats()).isEqualTo(7);
	}

	// ln(0.4 / 0.02) = 2.9957 by the weight of the status
	@ParameterizedTest
	@CsvSource({ "403,2.9957", "404,1.7974", "401,1.4979", "429,1.1983" })
	void failureWhenFirstThenAsComputed(int status, double expected) {
		assertThat(FailureHistory.NONE.failed(status, 1, EndpointRates.USUAL, false, NOW).evidence().sum())
			.isEqualTo(expected, within(1e-4));
	}

	@ParameterizedTest
	@CsvSource({ "1,19,0.15", "2,19,0.45", "1,20,1", "2,20,1", "1,-19,0.15" })
	void failureWhenSoonAfterTheLastThenCountsLess(int endpoint, long seconds, double share) {
		FailureHistory first = FailureHistory.NONE.failed(403, 1, EndpointRates.USUAL, false, NOW);
		long now = NOW + seconds * 1000;
		double before = first.evidence().sum() * Decay.hours(6).left(NOW, now);
		assertThat(first.failed(403, endpoint, EndpointRates.USUAL, false, now).evidence().sum())
			.isEqualTo(before + share * 2.9957, within(1e-3));
	}

	@Test
	void failuresWhenManyThenCappedFadeAndAreTold() {
		FailureHistory history = FailureHistory.NONE;
		for (int i = 0; i < 5; i++) {
			history = history.failed((i == 2) ? 404 : 403, i, EndpointRates.USUAL, false, NOW + i * 1000);
		}
		// 2.9957 (1 + 3 * 0.45) + 0.45 * 1.7974 - 3.5
		assertThat(history.assessment(NOW + 4000).nats()).isEqualTo(4.3487, within(1e-3));
		assertThat(history.assessment(NOW + 4000).words()).isEqualTo("5 failed requests in short time (403, 404)");
		for (int i = 0; i < 50; i++) {
			history = history.failed(403, i, EndpointRates.USUAL, false, NOW + 5000);
		}
		assertThat(history.assessment(NOW + 5000).nats()).isEqualTo(7.5);
		assertThat(history.assessment(NOW + 5000 + 6 * Decay.HOUR).nats()).isEqualTo(2, within(1e-6));
		assertThat(history.halved().assessment(NOW + 5000).nats()).isEqualTo(2, within(1e-6));
	}

	@Test
	void failureWhenEndpointFailsForEverybodyThenNobodysFault() {
		assertThat(FailureHistory.NONE.failed(403, 1, 0.4, false, NOW).evidence().sum()).isZero();
		assertThat(FailureHistory.NONE.failed(403, 1, 0.2, false, NOW).evidence().sum()).isEqualTo(0.6931,
				within(1e-4));
	}

	@Test
	void rateWhenOwnFailuresAreUsualThenExpected() {
		FailureHistory history = FailureHistory.NONE;
		for (int i = 0; i < 100; i++) {
			long now = NOW + i * 60_000L;
			history = (i % 10 == 0) ? history.failed(404, i, EndpointRates.USUAL, true, now)
					: history.succeeded(true, now);
		}
		// (10 + 1.2) / (100 + 60)
		assertThat(history.rate(NOW + 100 * 60_000L)).isEqualTo(0.07, within(1e-3));
		assertThat(history.rate(NOW + 100 * 60_000L + 21 * DAY)).isEqualTo((5 + 1.2) / (50 + 60), within(1e-3));
	}

	@Test
	void rateWhenFailuresAreEvidenceThenNotLearned() {
		FailureHistory history = FailureHistory.NONE;
		for (int i = 0; i < 50; i++) {
			history = history.failed(403, i, EndpointRates.USUAL, true, NOW + i * 30_000L);
		}
		assertThat(history.rate(NOW)).isLessThan(0.04);
	}

	@Test
	void endpointRateWhenCountedThenShrunkAndForgottenWithTheWindow() {
		EndpointRates rates = new EndpointRates();
		long start = NOW - NOW % (10 * Decay.MINUTE);
		for (int i = 0; i < 20; i++) {
			rates.count(3, i < 10, start + i * 1000);
		}
		// (10 + 1.2) / (20 + 60)
		assertThat(rates.rate(3, start + 20_000)).isEqualTo(0.14, within(1e-9));
		assertThat(rates.rate(3, start + 11 * Decay.MINUTE)).isEqualTo(0.14, within(1e-9));
		assertThat(rates.rate(3, start + 20 * Decay.MINUTE)).isEqualTo(0.02, within(1e-9));
		assertThat(rates.rate(4, start)).isEqualTo(0.02, within(1e-9));
		for (int i = 0; i < 3_000_000; i++) {
			rates.count(5, true, start);
		}
		assertThat(rates.rate(5, start)).isBetween(0.99, 1.0);
	}

	// ln(1 + using / max(1, share of the members))
	@Test
	void discountWhenPeersShareThenAsComputed() {
		Peers peers = new Peers();
		History history = history(new int[] { 5 }, 9);
		for (int i = 0; i < 10; i++) {
			peers.join(history, NOW);
		}
		assertThat(peers.networkDiscount(5)).isEqualTo(Math.log(11), within(1e-9));
		assertThat(peers.networkDiscount(6)).isZero();
		assertThat(peers.endpointDiscount(9)).isEqualTo(Math.log(11), within(1e-9));
		assertThat(peers.endpointDiscount(8)).isZero();
		for (int i = 0; i < 990; i++) {
			peers.join(history(new int[0], 1), NOW);
		}
		assertThat(peers.networkDiscount(5)).isEqualTo(Math.log(1 + 10 / 5.0), within(1e-9));
		assertThat(peers.endpointDiscount(9)).isEqualTo(Math.log(1 + 10 / 20.0), within(1e-9));
		peers.join(history(new int[0], 1), NOW + 30 * DAY);
		assertThat(peers.networkDiscount(5)).isEqualTo(Math.log(1 + 5 / (0.005 * 501)), within(1e-9));
	}

	@ParameterizedTest
	@EnumSource
	void calibrationWhenTooManyAreChallengedThenSlidesSlowlyAndOnlySoFar(SubjectKind kind) {
		Calibration calibration = new Calibration(0.002);
		for (int day = 1; day <= 30; day++) {
			for (int i = 0; i < 1000; i++) {
				calibration.count(kind, Double.NEGATIVE_INFINITY, (i < 100) ? 3 : -5, day);
			}
			assertThat(calibration.shift(kind)).isEqualTo(Math.max(-1.5, -0.1 * (day - 1)), within(1e-9));
		}
	}

	@Test
	void calibrationWhenBudgetIsNotUsedThenGrowsStricterToIt() {
		Calibration calibration = new Calibration(0.002);
		for (int day = 1; day <= 30; day++) {
			for (int i = 0; i < 1000; i++) {
				calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, (i < 5) ? -0.6 : -5, day);
			}
		}
		// the bucket of -0.6 ends at -0.5, and more than 2 of 1,000 are in it
		assertThat(calibration.shift(SubjectKind.HUMAN)).isEqualTo(0.5, within(1e-9));
		assertThat(calibration.shift(SubjectKind.SERVICE)).isZero();
	}

	@Test
	void calibrationWhenFewSessionsThenStays() {
		Calibration calibration = new Calibration(0.002);
		for (int day = 1; day <= 30; day++) {
			for (int i = 0; i < 16; i++) {
				calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, 5, day);
			}
		}
		assertThat(calibration.shift(SubjectKind.HUMAN)).isZero();
	}

	@Test
	void calibrationWhenFloodedInOneDayThenMovesOnce() {
		Calibration calibration = new Calibration(0.002);
		for (int i = 0; i < 100_000; i++) {
			calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, 8, 1);
		}
		for (int i = 0; i < 100_000; i++) {
			calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, 8, (i % 2 == 0) ? 2 : 1);
		}
		assertThat(calibration.shift(SubjectKind.HUMAN)).isEqualTo(-0.1, within(1e-9));
	}

	@Test
	void calibrationWhenSessionRisesThenCountsOnce() {
		Calibration calibration = new Calibration(0.002);
		for (int i = 0; i < 600; i++) {
			calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, -5, 1);
		}
		calibration.count(SubjectKind.HUMAN, -5, 4, 1);
		calibration.count(SubjectKind.HUMAN, Double.NEGATIVE_INFINITY, -5, 2);
		// one of 600 is within the budget, so what counts are the others: 4.75 and more
		// is free
		assertThat(calibration.shift(SubjectKind.HUMAN)).isEqualTo(0.1, within(1e-9));
	}

	private static FamiliarValues seen(int trials) {
		FamiliarValues values = FamiliarValues.NONE;
		for (int i = 0; i < trials; i++) {
			values = values.learn(7, 1, NOW);
		}
		return values;
	}

	private static EndpointHistory endpoints(int trials, int known) {
		EndpointHistory history = EndpointHistory.NONE;
		for (int i = 0; i < trials; i++) {
			history = history.learn(i % known, NOW);
		}
		return history;
	}

	private static Sample sample(int endpoint, boolean critical) {
		return new Sample(new Principal("", "", "", List.of()), SubjectKind.HUMAN, 1, 1, 1, 1, endpoint, critical,
				RiskThresholds.of(SensitivityLevel.MEDIUM), 0, NOW);
	}

	private static History history(int[] networks, int endpoint) {
		FamiliarValues values = FamiliarValues.NONE;
		for (int network : networks) {
			values = values.learn(network, 1, NOW);
		}
		return new History(values, FamiliarValues.NONE, FamiliarValues.NONE, List.of(),
				EndpointHistory.NONE.learn(endpoint, NOW), FailureHistory.NONE, 3, 3, 0, 0, 0, NOW);
	}

}
