package io.zerotrust.risk.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.zerotrust.risk.SignalMode;
import io.zerotrust.risk.SignalRule;

/**
 * Switches signals off.
 */
final class Switches {

	private static final SignalRule OFF = new SignalRule(1, SignalMode.OFF);

	/**
	 * What is said about a score and is no signal.
	 */
	private static final List<String> REMARKS = List.of("calibration", "stepped-up");

	/**
	 * What a check at login can see.
	 */
	private static final List<String> AT_LOGIN = List.of("network", "asn", "country", "device", "user-agent", "ja4",
			"fingerprint");

	private Switches() {
	}

	static Map<String, SignalRule> without(Collection<String> signals) {
		Map<String, SignalRule> off = new TreeMap<>();
		signals.forEach((signal) -> off.put(signal, OFF));
		return off;
	}

	/**
	 * Leave only what a check at login can see.
	 */
	static Map<String, SignalRule> onlyAtLogin(Collection<String> signals) {
		return without(signals(signals).stream().filter((signal) -> !AT_LOGIN.contains(signal)).toList());
	}

	/**
	 * Return those that are signals.
	 */
	static List<String> signals(Collection<String> seen) {
		return seen.stream().filter((signal) -> !REMARKS.contains(signal)).toList();
	}

}
