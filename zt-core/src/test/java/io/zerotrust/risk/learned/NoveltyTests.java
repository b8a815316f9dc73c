package io.zerotrust.risk.learned;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.RiskScore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NoveltyTests {

	private static final int HOSTING = 14061;

	private static final int VPN = 9009;

	private static final Look USUAL = Look.usual();

	private final Crowd crowd = new Crowd(16);

	private final AsnLists lists = AsnLists.of(Set.of(HOSTING), Set.of(VPN));

	private final int[] words = USUAL.familiar(20);

	@Test
	void natsWhenAllIsFamiliarThenNothingSpeaksAgainst() {
		assertThat(score(USUAL).explain()).doesNotContain("+");
		assertThat(novelty(USUAL).sum()).isNegative();
	}

	@Test
	void natsWhenNothingIsKnownThenNothingSpeaksAgainst() {
		Novelty novelty = Novelty.of(new int[Layout.SIZE], USUAL.place(50, 8).sample(), this.crowd, this.lists);
		assertThat(novelty.sum()).isLessThanOrEqualTo(0);
	}

	// who is in a new country is at a new provider and in a new network too
	@Test
	void natsWhenSeveralLevelsAreNewThenHighestCountsAndHalfOfTheNext() {
		Look network = USUAL.with(Facet.NETWORK, 11);
		Look asn = network.with(Facet.ASN, 1);
		Look country = asn.with(Facet.COUNTRY, 1);
		double newNetwork = Look.nats(score(network), "network");
		double newAsn = Look.nats(score(asn), "asn");
		assertThat(newNetwork).isEqualTo(Math.log(0.9 * 21.5 / 2.1), within(1e-3));
		assertThat(newAsn).isEqualTo(Math.log(0.75 * 20.8 / 1.1), within(1e-3));
		assertThat(Look.nats(score(network), "asn")).as("a known provider is no credit").isZero();
		assertThat(Look.nats(score(asn), "network")).isEqualTo(0.3 * newNetwork, within(1e-3));
		assertThat(Look.nats(score(country), "country")).isEqualTo(Math.log(0.5 * 20.6 / 0.7), within(1e-3));
		assertThat(Look.nats(score(country), "asn")).isEqualTo(0.5 * newAsn, within(1e-3));
		assertThat(Look.nats(score(country), "network")).isZero();
	}

	@Test
	void natsWhenNetworkAndDeviceAreNewThenOneMore() {
		Look device = USUAL.with(Facet.DEVICE, 21);
		assertThat(Look.nats(score(device), "together")).isZero();
		assertThat(Look.nats(score(USUAL.with(Facet.NETWORK, 11)), "together")).isZero();
		assertThat(Look.nats(score(device.with(Facet.NETWORK, 11)), "together")).isEqualTo(1);
	}

	// a new laptop in the new office, where the colleagues are already
	@Test
	void natsWhenColleaguesAreInTheNetworkThenNotBothNew() {
		Look moved = USUAL.with(Facet.NETWORK, 11).with(Facet.DEVICE, 21);
		for (int i = 0; i < 20; i++) {
			this.crowd.vouch(Facet.NETWORK, 11);
		}
		assertThat(Look.nats(score(moved), "together")).isZero();
		assertThat(Look.nats(score(moved), "network")).isLessThanOrEqualTo(0);
		assertThat(Look.nats(score(moved), "device")).isGreaterThan(2);
	}

	// Frankfurt to New York, 6,200 km
	@ParameterizedTest
	@CsvSource({ "3600,3", "10800,3", "14000,3", "14400,0", "86400,0" })
	void natsWhenFartherThanAnybodyFliesThenTold(int seconds, double expected) {
		int[] words = USUAL.place(50.1, 8.7).familiar(20);
		Look abroad = USUAL.with(Facet.COUNTRY, 1).place(40.7, -74).later(seconds);
		assertThat(Look.nats(score(words, abroad), "travel")).isEqualTo(expected);
	}

	// Frankfurt to Paris, 480 km
	@ParameterizedTest
	@CsvSource({ "600,3", "1800,3", "2400,0" })
	void natsWhenAPlaneCanThenNotTold(int seconds, double expected) {
		int[] words = USUAL.place(50.1, 8.7).familiar(20);
		Look abroad = USUAL.with(Facet.COUNTRY, 33).place(48.9, 2.35).later(seconds);
		assertThat(Look.nats(score(words, abroad), "travel")).isEqualTo(expected);
	}

	@Test
	void natsWhenTravelIsToAFamiliarCountryOrByVpnThenLittle() {
		int[] words = USUAL.place(50.1, 8.7).familiar(20);
		Look abroad = USUAL.with(Facet.COUNTRY, 1).place(40.7, -74).later(60);
		assertThat(Look.nats(score(words, abroad.with(Facet.ASN, VPN)), "travel")).isEqualTo(0.3, within(1e-6));
		Layout.table(Facet.COUNTRY).learn(words, 1, 1, 1);
		assertThat(Look.nats(score(words, abroad), "travel")).isEqualTo(0.5);
		assertThat(Look.nats(score(words, abroad.with(Facet.COUNTRY, 49)), "travel")).as("the same country").isZero();
	}

	@Test
	void natsWhenServersOfAProviderThenForUsersOnly() {
		Look hosted = USUAL.with(Facet.NETWORK, 11).with(Facet.ASN, HOSTING);
		assertThat(Look.nats(score(hosted), "hosting")).isEqualTo(1.5);
		assertThat(Look.nats(score(hosted.service()), "hosting")).isZero();
		Layout.table(Facet.ASN).learn(this.words, HOSTING, HOSTING, 1);
		assertThat(Look.nats(score(hosted), "hosting")).as("familiar").isZero();
	}

	@Test
	void natsWhenHourIsUnusualThenTold() {
		assertThat(Look.nats(score(USUAL), "hours")).isEqualTo(0.8 * -0.6, within(1e-6));
		double night = Look.nats(score(USUAL.later(12 * Decay.HOUR)), "hours");
		// 6 / 24 of peers who are there at all hours, of 20 + 6
		assertThat(night).isEqualTo(0.8 * Math.log(26.0 / 6), within(0.1));
		assertThat(Look.nats(score(USUAL.later(Decay.HOUR)), "hours")).as("smoothed").isBetween(-0.48, night);
		int[] newcomer = USUAL.familiar(2);
		assertThat(Look.nats(score(newcomer, USUAL.later(12 * Decay.HOUR)), "hours")).isLessThanOrEqualTo(0);
	}

	@ParameterizedTest
	@CsvSource({ "NaN,NaN", "1e30,-1e30", "NaN,8", "-Infinity,Infinity", "91,500", "0,0" })
	void natsWhenCoordinatesAreAbsurdThenAtMostTravel(float latitude, float longitude) {
		int[] words = USUAL.place(50.1, 8.7).familiar(20);
		Look absurd = USUAL.with(Facet.COUNTRY, 1).place(latitude, longitude).later(60);
		assertThat(novelty(words, absurd).sum()).isFinite().isLessThan(8);
		int[] learned = USUAL.place(latitude, longitude).familiar(20);
		assertThat(novelty(learned, USUAL.with(Facet.COUNTRY, 1).place(50.1, 8.7).later(60)).sum()).isFinite()
			.isLessThan(8);
	}

	@Test
	void steppedUpThenATenthIsLeftForTheSession() {
		Novelty novelty = novelty(USUAL.with(Facet.NETWORK, 11).with(Facet.DEVICE, 21));
		Novelty left = novelty.steppedUp();
		assertThat(left.sum()).isPositive().isLessThan(0.1 * novelty.sum());
		assertThat(left.isUnseen(Facet.DEVICE)).isTrue();
		Novelty known = novelty(USUAL);
		assertThat(known.steppedUp()).isSameAs(known);
	}

	private Novelty novelty(Look look) {
		return novelty(this.words, look);
	}

	private Novelty novelty(int[] words, Look look) {
		return Novelty.of(words, look.sample(), this.crowd, this.lists);
	}

	private RiskScore score(Look look) {
		return score(this.words, look);
	}

	private RiskScore score(int[] words, Look look) {
		return Look.score((tally, sample) -> Novelty.of(words, sample, this.crowd, this.lists).addTo(tally), look);
	}

}
