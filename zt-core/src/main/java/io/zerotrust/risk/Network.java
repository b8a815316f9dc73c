package io.zerotrust.risk;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses in CIDR notation, IPv4 or IPv6.
 *
 * @since 0.1.0
 */
public final class Network {

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
	 * @throws IllegalArgumentException if the text is no network, or has bits set behind
	 * the prefix; host names are not looked up
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
		boolean six = literal.indexOf(':') >= 0;
		boolean numeric = !literal.isEmpty()
				&& literal.chars().allMatch((c) -> c == '.' || c == ':' || Character.digit(c, six ? 16 : 10) >= 0);
		boolean four = literal.chars().filter((c) -> c == '.').count() == 3;
		if (!numeric || !(six || four)) {
			throw new IllegalArgumentException("not a network in CIDR notation: " + text);
		}
		try {
			return InetAddress.getByName(literal).getAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("not a network in CIDR notation: " + text, ex);
		}
	}

	private static int bits(String digits, int max, String text) {
		try {
			int bits = Integer.parseInt(digits);
			if (bits >= 0 && bits <= max) {
				return bits;
			}
		}
		catch (NumberFormatException ex) {
			// said below
		}
		throw new IllegalArgumentException("prefix must be between 0 and " + max + " bits: " + text);
	}

	/**
	 * Whether an address lies in the network.
	 * @param address the address
	 * @return {@code true} if the first bits are those of the network; an IPv4 address
	 * never lies in an IPv6 network
	 */
	public boolean contains(InetAddress address) {
		byte[] candidate = address.getAddress();
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

	@Override
	public String toString() {
		return this.text;
	}

}
