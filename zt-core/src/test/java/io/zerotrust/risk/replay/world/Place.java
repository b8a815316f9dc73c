package io.zerotrust.risk.replay.world;

import java.net.InetAddress;

import io.zerotrust.access.Origin;

/**
 * Where somebody is in the Internet.
 *
 * @param address the address
 * @param origin to whom it belongs
 */
record Place(InetAddress address, Origin origin) {

	int asn() {
		return this.origin.asn();
	}

	String country() {
		return this.origin.country();
	}

}
