package io.zerotrust.spring.autoconfigure;

import java.util.Locale;

import org.springframework.beans.factory.SmartInitializingSingleton;

import io.zerotrust.check.Mode;

/**
 * Holds the mode the application runs in against the one its beans were chosen for. Ahead
 * of time that is done while it is built: beans for enforcing under a mode that observes
 * would let everybody in.
 */
final class WiredMode implements SmartInitializingSingleton {

	private final Mode wired;

	private final Mode running;

	WiredMode(Mode wired, Mode running) {
		this.wired = wired;
		this.running = running;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.wired != this.running) {
			throw new MisconfigurationException(
					"zt.mode is " + text(this.running)
							+ ", but the application was processed ahead of time with zt.mode: " + text(this.wired)
							+ ", and its beans were chosen for that.",
					"Set zt.mode: " + text(this.wired) + ", or process the application with zt.mode: "
							+ text(this.running) + ".");
		}
	}

	private static String text(Mode mode) {
		return mode.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * There if the beans were chosen for enforcing.
	 */
	record Enforcing() {

	}

}
