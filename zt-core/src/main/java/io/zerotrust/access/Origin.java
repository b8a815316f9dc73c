package io.zerotrust.access;

/**
 * Where in the world and in the Internet a request comes from, as a database of addresses
 * tells.
 *
 * @param asn the number of the autonomous system (RFC 6793); 0 if unknown
 * @param country the country, ISO 3166-1 alpha-2; empty if unknown
 * @param latitude degrees north; not a number if unknown
 * @param longitude degrees east; not a number if unknown
 * @since 0.1.0
 */
public record Origin(int asn, String country, double latitude, double longitude) {

	private static final Origin UNKNOWN = new Origin(0, "", Double.NaN, Double.NaN);

	/**
	 * Create an origin on no map.
	 * @param asn the number of the autonomous system; 0 if unknown
	 * @param country the country; empty if unknown
	 */
	public Origin(int asn, String country) {
		this(asn, country, Double.NaN, Double.NaN);
	}

	/**
	 * Return the origin of which nothing is known.
	 * @return no origin
	 */
	public static Origin unknown() {
		return UNKNOWN;
	}

	/**
	 * Whether the place is known.
	 * @return {@code true} if there are coordinates
	 */
	public boolean isOnMap() {
		return !Double.isNaN(this.latitude) && !Double.isNaN(this.longitude);
	}

}
