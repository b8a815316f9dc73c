package io.zerotrust.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The network by which callers are counted: an IPv4 address as it is, of an IPv6 address
 * the first 64 bits (RFC 4291, section 2.5.4). The rest a caller chooses anew at will.
 *
 * @param address the first address of the network, without a zone
 * @since 0.1.0
 */
public record ClientNetwork(InetAddress address) {

	private static final int PREFIX = 8;

	/**
	 * Tell the network of an address.
	 * @param address any address of the network; one of IPv4 mapped into IPv6 is IPv4
	 */
	public ClientNetwork {
		address = first(address);
	}

	private static InetAddress first(InetAddress address) {
		try {
			// of IPv4 mapped into IPv6 this makes IPv4
			InetAddress plain = InetAddress.getByAddress(address.getAddress());
			if (!(plain instanceof Inet6Address)) {
				return plain;
			}
			byte[] bytes = plain.getAddress();
			Arrays.fill(bytes, PREFIX, bytes.length, (byte) 0);
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("an address is 4 or 16 bytes long", ex);
		}
	}

	@Override
	public String toString() {
		return this.address.getHostAddress() + ((this.address instanceof Inet6Address) ? "/64" : "");
	}

}
