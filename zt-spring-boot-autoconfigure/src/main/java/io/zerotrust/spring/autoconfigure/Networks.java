package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.zerotrust.risk.Network;

/**
 * Reads networks from properties.
 */
final class Networks {

	private Networks() {
	}

	/**
	 * Read networks in CIDR notation.
	 * @param key the property
	 * @param texts its entries
	 * @return the networks
	 * @throws MisconfigurationException if an entry is no network
	 */
	static List<Network> of(String key, List<String> texts) {
		List<Network> networks = new ArrayList<>(texts.size());
		for (String text : texts) {
			try {
				networks.add(Network.parse(text));
			}
			catch (IllegalArgumentException ex) {
				throw new MisconfigurationException(key + " has the entry " + text + ": " + ex.getMessage() + ".",
						"Write networks in CIDR notation, 203.0.113.0/24 or 2001:db8::/32 for example.");
			}
		}
		return networks;
	}

}
