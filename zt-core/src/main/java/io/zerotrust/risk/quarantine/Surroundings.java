package io.zerotrust.risk.quarantine;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.ClientNetwork;
import io.zerotrust.access.Context;
import io.zerotrust.risk.learned.AgentFamily;

/**
 * Where and with what a token is used, as numbers. Neither addresses nor devices can be
 * read out of them without trying. Two devices may share a number: whoever brings that
 * about shuts out himself.
 *
 * @param network the autonomous system; the first 24 bits of an IPv4 address, 48 of IPv6,
 * where none is known; the address of a service that names no session, 64 bits of IPv6
 * @param device the device, else the family of the user agent
 * @since 0.1.0
 */
public record Surroundings(long network, long device) {

	static final Surroundings ANY = new Surroundings(0, 0);

	private static final long MIX = 0x9e3779b97f4a7c15L;

	private static final long DEVICE = 1L << 32;

	private static final int IPV4 = 4;

	private static final int IPV4_PREFIX = 3;

	private static final int IPV6_PREFIX = 6;

	private static final int IPV6 = 8;

	/**
	 * Return the surroundings of a request.
	 * @param request the question
	 * @return the surroundings
	 */
	static Surroundings of(AccessRequest request) {
		Context context = request.context();
		// pods share network and user agent; what tells them apart is the address
		boolean alone = request.subject().isService() && request.subject().credential().session().isEmpty();
		return new Surroundings(alone ? address(context.client(), IPV4, IPV6) : network(context), device(context));
	}

	private static long network(Context context) {
		int asn = context.origin().asn();
		return (asn != 0) ? number(asn, 1) : address(context.client(), IPV4_PREFIX, IPV6_PREFIX);
	}

	private static long address(@Nullable InetAddress client, int ofFour, int ofSix) {
		if (client == null) {
			return 1;
		}
		byte[] bytes = new ClientNetwork(client).address().getAddress();
		int length = (bytes.length == IPV4) ? ofFour : ofSix;
		long bits = 0;
		for (int i = 0; i < length; i++) {
			bits = bits << Byte.SIZE | bytes[i] & 0xff;
		}
		return number(bits, bytes.length + length);
	}

	private static long number(long bits, int kind) {
		long mixed = (bits + kind * MIX) * MIX;
		return mixed ^ mixed >>> 32;
	}

	private static long device(Context context) {
		String device = context.device();
		return (device != null) ? DEVICE | device.hashCode() & 0xffff_ffffL : AgentFamily.value(context.userAgent());
	}

}
