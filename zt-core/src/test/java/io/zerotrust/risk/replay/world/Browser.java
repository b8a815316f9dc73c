package io.zerotrust.risk.replay.world;

import java.util.List;
import java.util.Locale;

/**
 * What people use, and the tools of those who do not browse.
 */
enum Browser {

	CHROME("Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36", 138),

	EDGE("Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%2$d.0.0.0 Safari/537.36 Edg/%2$d.0", 138),

	FIREFOX("Mozilla/5.0 (%s; rv:%2$d.0) Gecko/20100101 Firefox/%2$d.0", 140),

	SAFARI("Mozilla/5.0 (%s) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/%d.0 Safari/605.1.15", 18),

	APP("okhttp/%2$d.0 (%1$s)", 5);

	private static final List<String> DESKTOPS = List.of("Windows NT 10.0; Win64; x64",
			"Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64");

	private static final String PHONE = "Linux; Android 15";

	private final String agent;

	private final int version;

	Browser(String agent, int version) {
		this.agent = agent;
		this.version = version;
	}

	static Browser some(Dice dice, boolean phone) {
		double drawn = dice.uniform();
		if (phone) {
			return (drawn < 0.4) ? APP : (drawn < 0.8) ? CHROME : SAFARI;
		}
		return (drawn < 0.55) ? CHROME : (drawn < 0.75) ? EDGE : (drawn < 0.9) ? FIREFOX : SAFARI;
	}

	static String platform(Dice dice, boolean phone) {
		return phone ? PHONE : dice.pick(DESKTOPS);
	}

	/**
	 * Return what the browser says of itself after some releases.
	 */
	String agent(String platform, int releases) {
		return String.format(Locale.ROOT, this.agent, platform, this.version + releases);
	}

	/**
	 * Return how its TLS stack introduces itself after some releases.
	 */
	String fingerprint(String platform, int releases) {
		boolean ownStack = this == SAFARI || this == APP;
		int build = ordinal() * 100 + releases * 7 + (ownStack ? platform.length() : 0);
		return String.format(Locale.ROOT, "t13d15%02dh2_%08x", ordinal() + 10, build * 0x9e3779b9);
	}

}
