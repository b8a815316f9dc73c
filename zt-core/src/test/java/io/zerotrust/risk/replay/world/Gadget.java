package io.zerotrust.risk.replay.world;

/**
 * A device somebody owns. Its browser is renewed from time to time.
 *
 * @param id what it says it is
 * @param browser what runs on it
 * @param platform below what
 * @param phone whether it is carried around
 */
record Gadget(String id, Browser browser, String platform, boolean phone) {

	static Gadget some(Dice dice, String id, boolean phone) {
		return new Gadget(id, Browser.some(dice, phone), Browser.platform(dice, phone), phone);
	}

	Device with(int releases) {
		return new Device(this.id, this.browser.agent(this.platform, releases),
				this.browser.fingerprint(this.platform, releases));
	}

}
