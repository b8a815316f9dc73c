package io.zerotrust.risk;

import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the signals zt itself has.
 *
 * @since 0.1.0
 */
public final class SignalNames {

	private static final Set<String> FACTS = Set.of("token-age", "missing-mfa", "listed-network", "posture");

	private static final Set<String> LEARNED = Set.of("network", "asn", "country", "device", "user-agent", "ja4",
			"together", "travel", "hosting", "hours", "session-agent", "session-ja4", "session-device", "session-asn",
			"session-country", "interleaved", "requests-minute", "requests-hour", "bytes-hour", "objects-hour",
			"objects-day", "trend", "objects", "sequence", "endpoints", "failures", "bound", "reported",
			"source-failures");

	private SignalNames() {
	}

	/**
	 * Return every name.
	 * @return the names, sorted
	 */
	public static Set<String> all() {
		Set<String> all = new TreeSet<>(FACTS);
		all.addAll(LEARNED);
		return all;
	}

}
