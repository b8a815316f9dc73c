package io.zerotrust.spring.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;

/**
 * What one database tells, all of it in memory.
 */
interface AddressTable {

	/**
	 * Look an address up.
	 * @return what is known of the network it lies in
	 * @throws IOException if the entry cannot be read
	 */
	Entry find(InetAddress address) throws IOException;

	/**
	 * Return when the database was built.
	 */
	Instant built();

	/**
	 * What is known of a network.
	 *
	 * @param asn its number, 0 if unknown
	 * @param country where it is, empty if unknown
	 * @param latitude degrees north, not a number if unknown
	 * @param longitude degrees east, not a number if unknown
	 * @param bits how many bits of an address tell whether it lies in it
	 */
	record Entry(int asn, String country, double latitude, double longitude, int bits) {

		static final Entry NOTHING = new Entry(0, "", Double.NaN, Double.NaN, 0);

	}

}
