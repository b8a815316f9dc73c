package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.risk.RiskScore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DriftTests {

	private static final Look USUAL = Look.usual();

	private final int[] words = USUAL.familiar(20);

	private final Session session = new Session(USUAL.sample());

	@Test
	void natsWhenAsItBeganThenSilent() {
		assertThat(score(USUAL.later(60)).contributions()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "AGENT,session-agent,4", "FINGERPRINT,session-ja4,2.5", "DEVICE,session-device,3",
			"ASN,session-asn,1.2", "COUNTRY,session-country,1.2" })
	void natsWhenOneFacetIsNotAsItBeganThenTold(Facet facet, String signal, double expected) {
		RiskScore score = score(USUAL.with(facet, 99).later(60));
		assertThat(Look.nats(score, signal)).isEqualTo(expected);
		assertThat(score.contributions()).hasSize(1);
	}

	@Test
	void natsWhenAgentAndFingerprintDifferThenAgentCounts() {
		RiskScore score = score(USUAL.with(Facet.AGENT, 1).with(Facet.FINGERPRINT, 99));
		assertThat(Look.nats(score, "session-agent")).isEqualTo(4);
		assertThat(Look.nats(score, "session-ja4")).isZero();
	}

	@Test
	void natsWhenProviderOrCountryIsFamiliarThenLittle() {
		Layout.table(Facet.ASN).learn(this.words, 99, 99, 1);
		Layout.table(Facet.COUNTRY).learn(this.words, 1, 1, 1);
		RiskScore score = score(USUAL.with(Facet.ASN, 99).with(Facet.COUNTRY, 1));
		assertThat(Look.nats(score, "session-asn")).isZero();
		assertThat(Look.nats(score, "session-country")).isEqualTo(0.3);
	}

	// the owner must not pay for the thief
	@Test
	void natsWhenThiefWasThereThenNothingAgainstTheOwner() {
		Look thief = USUAL.with(Facet.AGENT, 1).with(Facet.DEVICE, 99).with(Facet.NETWORK, 99).later(4000);
		for (int i = 0; i < 50; i++) {
			assertThat(score(thief.later(10 * i)).risk()).isGreaterThan(0.8);
		}
		assertThat(score(USUAL.later(4600)).contributions()).isEmpty();
	}

	@Test
	void natsWhenTokenIsBoundThenLess() {
		RiskScore plain = score(USUAL.with(Facet.DEVICE, 99));
		RiskScore bound = score(USUAL.with(Facet.DEVICE, 99).holdsKey());
		assertThat(Look.nats(bound, "bound")).isEqualTo(-2);
		assertThat(bound.risk()).isLessThan(plain.risk());
		assertThat(score(USUAL.holdsKey()).contributions()).as("nothing to take off").isEmpty();
	}

	@Test
	void natsWhenTwoNetworksByTurnsThenAddsUpToACapAndFades() {
		Look other = USUAL.with(Facet.NETWORK, 11);
		assertThat(interleaved(other)).as("a move is no flip").isZero();
		see(other, 10);
		assertThat(interleaved(USUAL.later(20))).isEqualTo(1.2, within(1e-3));
		for (int i = 2; i < 20; i++) {
			see((i % 2 == 0) ? USUAL : other, 10 * i);
		}
		assertThat(interleaved(USUAL.later(200))).isEqualTo(5, within(0.05));
		assertThat(interleaved(other.later(200 + Decay.HOUR))).isEqualTo(2.5, within(0.1));
		assertThat(interleaved(other.later(200 + 20 * Decay.HOUR))).isLessThan(0.001);
	}

	@Test
	void natsWhenBackAfterLongerThanFiveMinutesThenNoFlip() {
		see(USUAL.with(Facet.NETWORK, 11), 10);
		assertThat(interleaved(USUAL.later(311))).isZero();
		assertThat(interleaved(USUAL.later(310))).isPositive();
	}

	// a phone flaps between the wifi and the mobile network it always uses
	@Test
	void natsWhenBothNetworksAreFamiliarThenHardlyAnything() {
		Layout.table(Facet.NETWORK).learn(this.words, 11, 11, 1);
		for (int i = 1; i < 10; i++) {
			see((i % 2 == 1) ? USUAL.with(Facet.NETWORK, 11) : USUAL, 10 * i);
		}
		assertThat(interleaved(USUAL.later(100))).isEqualTo(0.9, within(0.01));
	}

	@Test
	void natsWhenAnchoredAnewThenFlipsAreForgotten() {
		Look other = USUAL.with(Facet.NETWORK, 11).with(Facet.DEVICE, 21);
		see(other, 10);
		see(USUAL, 20);
		this.session.anchor(other.later(30).sample());
		assertThat(score(other.later(40)).contributions()).isEmpty();
		assertThat(Look.nats(score(USUAL.later(50)), "session-device")).isEqualTo(3);
	}

	private void see(Look look, int seconds) {
		Sample sample = look.later(seconds).sample();
		this.session.interleave()
			.see(sample.surroundings(), Drift.isFlap(this.words, this.session, sample), sample.time());
	}

	private double interleaved(Look look) {
		return Look.nats(score(look), "interleaved");
	}

	private RiskScore score(Look look) {
		return Look.score((tally, sample) -> Drift.addTo(tally, this.words, this.session, sample), look);
	}

}
