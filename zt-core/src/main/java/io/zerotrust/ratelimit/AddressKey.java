package io.zerotrust.ratelimit;

import io.zerotrust.access.ClientNetwork;
import io.zerotrust.access.Context;

/**
 * The first bits of an address.
 *
 * @param bits the bits, on the right
 * @param length how many: 32 for an IPv4 address, 64 or 48 for an IPv6 network, none for
 * an address that cannot be told
 */
record AddressKey(long bits, int length) {

	private static final AddressKey UNKNOWN = new AddressKey(0, 0);

	private static final int FOUR = 32;

	private static final int NETWORK = 64;

	private static final int SITE = 48;

	static AddressKey of(Context context) {
		ClientNetwork network = context.clientNetwork();
		if (network == null) {
			return UNKNOWN;
		}
		byte[] bytes = network.address().getAddress();
		int length = (bytes.length == FOUR / Byte.SIZE) ? FOUR : NETWORK;
		long bits = 0;
		for (int i = 0; i < length / Byte.SIZE; i++) {
			bits = bits << Byte.SIZE | bytes[i] & 0xff;
		}
		return new AddressKey(bits, length);
	}

	/**
	 * Whether whoever has this network may have the networks around it too.
	 */
	boolean isPartOfSite() {
		return this.length == NETWORK;
	}

	/**
	 * Return the IPv6 network that one customer is given (RFC 6177).
	 */
	AddressKey site() {
		return new AddressKey(this.bits >>> (NETWORK - SITE), SITE);
	}

	/**
	 * Return the prefix by which newcomers share a bucket when there are too many: /16 of
	 * IPv4, /32 of IPv6.
	 */
	long prefix() {
		int shared = (this.length == FOUR) ? FOUR / 2 : Math.min(this.length, FOUR);
		return (this.bits >>> (this.length - shared)) << Byte.SIZE | shared;
	}

}
