package io.zerotrust.risk.learned;

/**
 * Where a request comes from and with what, as hashes where a person could be told by it.
 *
 * @param country the country
 * @param asn the autonomous system
 * @param network the network
 * @param formerNetwork the same under the key of last month
 * @param device the device
 * @param agent the family of the user agent
 * @param fingerprint the fingerprint of the TLS stack
 * @param latitude degrees north; not a number if unknown
 * @param longitude degrees east; not a number if unknown
 */
record Surroundings(int country, int asn, int network, int formerNetwork, int device, int agent, int fingerprint,
		float latitude, float longitude) {

	int value(Facet facet) {
		return switch (facet) {
			case COUNTRY -> this.country;
			case ASN -> this.asn;
			case NETWORK -> this.network;
			case DEVICE -> this.device;
			case AGENT -> this.agent;
			case FINGERPRINT -> this.fingerprint;
		};
	}

	int former(Facet facet) {
		return (facet == Facet.NETWORK) ? this.formerNetwork : value(facet);
	}

	/**
	 * Return all of it in one number.
	 */
	int together() {
		return ((this.network * 31 + this.device) * 31 + this.agent) * 31 + this.fingerprint;
	}

}
