package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CrowdTests {

	private static final Look USUAL = Look.usual();

	private final Crowd crowd = new Crowd(16);

	// ln(1 + using / max(1, 0.005 members)) and ln(1 + using / max(1, 0.02 members))
	@Test
	void discountWhenPeersShareThenAsComputedAndHalvedInAMonth() {
		Look peer = USUAL.with(Facet.NETWORK, 5).with(Facet.FINGERPRINT, 6);
		int[] words = peer.familiar(3);
		Layout.ENDPOINTS.learn(words, 9, peer.time());
		for (int i = 0; i < 10; i++) {
			this.crowd.join(words, peer.sample());
		}
		assertThat(this.crowd.discount(Facet.NETWORK, 5)).isEqualTo(Math.log(11), within(1e-9));
		assertThat(this.crowd.discount(Facet.FINGERPRINT, 6)).isEqualTo(Math.log(11), within(1e-9));
		assertThat(this.crowd.discount(Facet.NETWORK, 6)).isZero();
		assertThat(this.crowd.discount(Facet.DEVICE, 5)).as("nobody vouches for a device").isZero();
		assertThat(this.crowd.group(0).endpointDiscount(9)).isEqualTo(Math.log(11), within(1e-9));
		assertThat(this.crowd.group(0).endpointDiscount(8)).isZero();
		assertThat(this.crowd.group(1).endpointDiscount(9)).as("others are no peers").isZero();
		for (int i = 0; i < 990; i++) {
			this.crowd.join(new int[Layout.SIZE], peer.sample());
		}
		assertThat(this.crowd.discount(Facet.NETWORK, 5)).isEqualTo(Math.log(1 + 10 / 5.0), within(1e-9));
		assertThat(this.crowd.group(0).endpointDiscount(9)).isEqualTo(Math.log(1 + 10 / 20.0), within(1e-9));
		this.crowd.join(new int[Layout.SIZE], peer.later(30 * Decay.DAY).sample());
		assertThat(this.crowd.discount(Facet.NETWORK, 5)).isEqualTo(Math.log(1 + 5 / (0.005 * 501)), within(1e-9));
		assertThat(this.crowd.group(0).members()).isEqualTo(501);
	}

	@Test
	void forgetWhenVouchedThenNoLonger() {
		this.crowd.vouch(Facet.NETWORK, 5);
		this.crowd.vouch(Facet.NETWORK, 7);
		this.crowd.vouch(Facet.NETWORK, Sample.ABSENT);
		this.crowd.forget(Facet.NETWORK, 5);
		this.crowd.forget(Facet.NETWORK, 5);
		this.crowd.forget(Facet.FINGERPRINT, 7);
		assertThat(this.crowd.discount(Facet.NETWORK, 5)).isZero();
		assertThat(this.crowd.discount(Facet.NETWORK, 7)).isEqualTo(Math.log(2), within(1e-9));
		assertThat(this.crowd.discount(Facet.NETWORK, Sample.ABSENT)).isZero();
	}

	// a sketch may only say too much, and seldom does
	@Test
	void discountWhenThousandsOfNetworksThenOthersStayNew() {
		for (int i = 1; i <= 500; i++) {
			this.crowd.vouch(Facet.NETWORK, i * 7919);
		}
		int mistaken = 0;
		for (int i = 1; i <= 1000; i++) {
			mistaken += (this.crowd.discount(Facet.NETWORK, -i * 104_729) > 0) ? 1 : 0;
		}
		assertThat(mistaken).isLessThan(60);
		assertThat(this.crowd.discount(Facet.NETWORK, 7919)).isPositive();
	}

	@Test
	void foreignOfWhenTouchedThenShrunkShare() {
		assertThat(this.crowd.foreignOf(3)).isEqualTo(0.005, within(1e-9));
		for (int i = 0; i < 200; i++) {
			this.crowd.touched(3, i < 50);
		}
		// (50 + 1) / (200 + 200)
		assertThat(this.crowd.foreignOf(3)).isEqualTo(51 / 400.0, within(1e-9));
		assertThat(this.crowd.foreignOf(4)).isEqualTo(0.005, within(1e-9));
		this.crowd.touched(Integer.MIN_VALUE, true);
		this.crowd.touched(-1, true);
	}

	@Test
	void foreignOfWhenCountedAMillionTimesThenNoOverflow() {
		for (int i = 0; i < (1 << 21) + 5; i++) {
			this.crowd.touched(3, i % 4 == 0);
		}
		assertThat(this.crowd.foreignOf(3)).isEqualTo(0.25, within(0.01));
	}

}
