package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.zerotrust.risk.AsnLists;

/**
 * Reads where addresses lie, and what is known about networks.
 */
final class OriginSettings {

	private OriginSettings() {
	}

	/**
	 * Read the lists of networks.
	 * @throws MisconfigurationException if an entry is no number of a network
	 */
	static AsnLists lists(OriginProperties origin) {
		return AsnLists.of(numbers("zt.risk.origin.hosting-asns", origin.hostingAsns()),
				numbers("zt.risk.origin.vpn-asns", origin.vpnAsns()));
	}

	private static List<Integer> numbers(String key, List<String> texts) {
		List<Integer> numbers = new ArrayList<>();
		for (String text : texts) {
			try {
				numbers.add(AsnLists.parse(text));
			}
			catch (IllegalArgumentException ex) {
				throw new MisconfigurationException(key + " has the entry " + text + ": " + ex.getMessage() + ".",
						"Write numbers of autonomous systems, 64496 or AS64496 for example.");
			}
		}
		return numbers;
	}

}
