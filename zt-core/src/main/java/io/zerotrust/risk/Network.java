package io.zerotrust.risk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation, IPv4 or IPv6.
 *
 * @since 0.1.0
 */
public final class Network {

	private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

	private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

	private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

	private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");

	private final String text;

	private final byte[] prefix;

	private final int bits;

	private Network(String text, byte[] prefix, int bits) {
		this.text = text;
		this.prefix = prefix;
		this.bits = bits;
	}

	/**
	 * Parse a network.
	 * @param text {@code 203.0.113.0/24}, {@code 2001:db8::/32} or a single address
	 * @return the network
	 * @throws IllegalArgumentException if the text is no network, has bits set behind the
	 * prefix, or is IPv4 written as IPv6; host names are not looked up
	 */
	public static Network parse(String text) {
		int slash = text.indexOf('/');
		byte[] address = address((slash < 0) ? text : text.substring(0, slash), text);
		int bits = (slash < 0) ? address.length * 8 : bits(text.substring(slash + 1), address.length * 8, text);
		for (int i = bits; i < address.length * 8; i++) {
			if ((address[i / 8] >> (7 - i % 8) & 1) != 0) {
				throw new IllegalArgumentException("network has bits set behind its prefix: " + text);
			}
		}
		return new Network(text, address, bits);
	}

	private static byte[] address(String literal, String text) {
		boolean six = IPV6.matcher(literal).matches();
		// INVARIANT: what is no literal would be looked up by name
		if (!six && !IPV4.matcher(literal).matches()) {
			throw new IllegalArgumentException("not a network in CIDR notation: " + text);
		}
		try {
			byte[] address = InetAddress.getByName(literal).getAddress();
			if (six && address.length == 4) {
				throw new IllegalArgumentException("write IPv4 as IPv4: " + text);
			}
			return address;
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("not a network in CIDR notation: " + text, ex);
		}
	}

	private static int bits(String digits, int max, String text) {
		if (BITS.matcher(digits).matches() && Integer.parseInt(digits) <= max) {
			return Integer.parseInt(digits);
		}
		throw new IllegalArgumentException("prefix must be between 0 and " + max + " bits: " + text);
	}

	/**
	 * Whether an address lies in the network.
	 * @param address the address
	 * @return {@code true} if the first bits are those of the network; an IPv4 address,
	 * mapped into IPv6 or not, never lies in an IPv6 network
	 */
	public boolean contains(InetAddress address) {
		return contains(unmapped(address.getAddress()));
	}

	/**
	 * Whether another network lies in this one.
	 * @param other the other network
	 * @return {@code true} if every address of the other one lies in this one
	 */
	public boolean covers(Network other) {
		return other.bits >= this.bits && contains(other.prefix);
	}

	private boolean contains(byte[] candidate) {
		if (candidate.length != this.prefix.length) {
			return false;
		}
		int whole = this.bits / 8;
		for (int i = 0; i < whole; i++) {
			if (candidate[i] != this.prefix[i]) {
				return false;
			}
		}
		int rest = this.bits % 8;
		return rest == 0 || (candidate[whole] ^ this.prefix[whole]) >> (8 - rest) == 0;
	}

	/**
	 * Return how many bits of an address tell whether it lies in the network.
	 * @return the length of the prefix, 0 to 32 or 128
	 */
	public int bits() {
		return this.bits;
	}

	/**
	 * Whether the network is one of IPv6.
	 * @return {@code false} if it is one of IPv4
	 */
	public boolean isIpv6() {
		return this.prefix.length > 4;
	}

	private static byte[] unmapped(byte[] address) {
		if (address.length != 16 || address[10] != -1 || address[11] != -1) {
			return address;
		}
		for (int i = 0; i < 10; i++) {
			if (address[i] != 0) {
				return address;
			}
		}
		return Arrays.copyOfRange(address, 12, 16);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
