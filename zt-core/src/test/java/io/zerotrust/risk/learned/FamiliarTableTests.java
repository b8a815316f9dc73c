package io.zerotrust.risk.learned;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tables of familiar values against numbers computed by hand.
 */
class FamiliarTableTests {

	private final int[] words = new int[Layout.SIZE];

	// ln(q (alpha + N) / (alpha + d K)), clipped
	@ParameterizedTest
	@CsvSource({ "COUNTRY,1,0.1335", "COUNTRY,10,2.0243", "COUNTRY,1000,4.5", "ASN,10,1.9966", "ASN,1000,4",
			"DEVICE,1,0.4253", "DEVICE,10,2.2649", "DEVICE,40,3.6009", "DEVICE,1000,4", "NETWORK,1,0.0690",
			"NETWORK,10,1.5950", "NETWORK,40,2.8784", "NETWORK,100,3", "AGENT,1,0.0690", "AGENT,10,2.0149",
			"AGENT,40,3", "FINGERPRINT,10,1.8295", "FINGERPRINT,1000,3.5" })
	void natsWhenOneValueWasSeenAndAnotherComesThenAsComputed(Facet facet, int trials, double expected) {
		see(facet, 7, trials);
		assertThat(nats(facet, 99)).isEqualTo(expected, within(1e-4));
	}

	// f ln((1-q) / (1-theta)) + (1-f) min(unseen, 1.5), with f = w / (w + 1)
	@ParameterizedTest
	@CsvSource({ "DEVICE,1,-0.4950", "DEVICE,10,-1.3182", "NETWORK,1,-0.2005", "NETWORK,10,-1.3182", "AGENT,1,0.0022",
			"AGENT,10,-0.4310" })
	void natsWhenOnlyValueThenFamiliar(Facet facet, int trials, double expected) {
		see(facet, 7, trials);
		assertThat(nats(facet, 7)).isEqualTo(expected, within(1e-4));
	}

	@ParameterizedTest
	@EnumSource
	void natsWhenNeverTriedThenNothingSpeaksAgainst(Facet facet) {
		assertThat(nats(facet, 7)).isLessThanOrEqualTo(0);
	}

	// theta = (0.7 + 0.3 * 60) / 60.7, though the table has only 4 places
	@Test
	void natsWhenMoreValuesThanPlacesThenAllCount() {
		for (int i = 1; i <= 60; i++) {
			see(Facet.DEVICE, i, 1);
		}
		assertThat(nats(Facet.DEVICE, 99)).isEqualTo(1.0720, within(1e-4));
	}

	@ParameterizedTest
	@EnumSource
	void natsWhenValuesHopThenNoveltyFades(Facet facet) {
		int[] steady = this.words.clone();
		for (int i = 1; i <= 60; i++) {
			see(facet, i, 1);
			Layout.table(facet).learn(steady, 7, 7, 1);
		}
		assertThat(nats(facet, 99)).isLessThan(Layout.table(facet).nats(steady, 99, 99, 0, 1) - 0.8);
	}

	@Test
	void natsWhenPeersVouchThenLessButNeverCredit() {
		see(Facet.NETWORK, 7, 40);
		FamiliarTable table = Layout.table(Facet.NETWORK);
		assertThat(table.nats(this.words, 99, 99, 1, 1)).isEqualTo(1.8784, within(1e-4));
		assertThat(table.nats(this.words, 99, 99, 50, 1)).isEqualTo(-0.5);
		assertThat(table.nats(this.words, 7, 7, 50, 1)).as("what is known needs nobody")
			.isEqualTo(nats(Facet.NETWORK, 7));
	}

	@Test
	void weightWhenHashedUnderTheFormerKeyThenKnownAndRewritten() {
		FamiliarTable table = Layout.table(Facet.NETWORK);
		table.learn(this.words, 7, 6, 1);
		assertThat(table.weight(this.words, 8, 7, 1)).isEqualTo(1);
		assertThat(table.weight(this.words, 8, 8, 1)).isZero();
		assertThat(table.learn(this.words, 8, 7, 1)).as("nothing is forgotten for it").isEqualTo(Sample.ABSENT);
		assertThat(table.weight(this.words, 8, 7, 1)).isEqualTo(2);
		assertThat(table.weight(this.words, 7, 7, 1)).as("now under the new key").isZero();
	}

	@Test
	void ageWhenTimePassesThenHalvesIn30DaysAndIsToldWhenDropped() {
		see(Facet.DEVICE, 7, 4);
		FamiliarTable table = Layout.table(Facet.DEVICE);
		List<Integer> forgotten = new ArrayList<>();
		for (int day = 1; day <= 160; day++) {
			table.age(this.words, FamiliarTable.left(1), forgotten::add);
			double weight = table.weight(this.words, 7, 7, 1);
			if (day == 30) {
				assertThat(weight).isEqualTo(2, within(0.1));
			}
			if (day == 140) {
				assertThat(weight).isPositive();
				assertThat(forgotten).isEmpty();
			}
		}
		assertThat(table.weight(this.words, 7, 7, 1)).isZero();
		assertThat(table.value(this.words, 0)).isEqualTo(Sample.ABSENT);
		assertThat(forgotten).containsExactly(7);
	}

	// who is scored before the day is closed meets the same
	@Test
	void natsWhenNotYetAgedThenAsIfAged() {
		see(Facet.DEVICE, 7, 10);
		see(Facet.DEVICE, 8, 1);
		FamiliarTable table = Layout.table(Facet.DEVICE);
		double left = FamiliarTable.left(30);
		double before = table.nats(this.words, 99, 99, 0, left);
		double known = table.nats(this.words, 7, 7, 0, left);
		table.age(this.words, left, (value) -> {
		});
		assertThat(nats(Facet.DEVICE, 99)).isEqualTo(before, within(0.01));
		assertThat(nats(Facet.DEVICE, 7)).isEqualTo(known, within(0.01));
		assertThat(FamiliarTable.left(-3)).as("late requests meet what is there").isEqualTo(1);
	}

	@Test
	void learnWhenTableFullThenRarestGoesAndIsTold() {
		FamiliarTable table = Layout.table(Facet.NETWORK);
		for (int i = 100; i < 100 + Facet.NETWORK.most(); i++) {
			assertThat(table.learn(this.words, i, i, (i == 103) ? 0.5 : 2)).isEqualTo(Sample.ABSENT);
		}
		assertThat(table.learn(this.words, 200, 200, 1)).isEqualTo(103);
		assertThat(table.weight(this.words, 103, 103, 1)).isZero();
		assertThat(table.weight(this.words, 100, 100, 1)).isEqualTo(2);
		assertThat(table.weight(this.words, 200, 200, 1)).isEqualTo(1);
	}

	@Test
	void learnWhenOneFacetThenOthersStay() {
		see(Facet.ASN, 7, 100);
		for (Facet facet : Facet.ALL) {
			assertThat(Layout.table(facet).isEmpty(this.words)).isEqualTo(facet != Facet.ASN);
		}
	}

	private void see(Facet facet, int value, int times) {
		for (int i = 0; i < times; i++) {
			Layout.table(facet).learn(this.words, value, value, 1);
		}
	}

	private double nats(Facet facet, int value) {
		return Layout.table(facet).nats(this.words, value, value, 0, 1);
	}

}
