package io.zerotrust.spring.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

/**
 * Reads the address of a caller. Numbers only: a name would be looked up.
 *
 * @since 0.1.0
 */
public final class ClientAddress {

	private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

	private ClientAddress() {
	}

	/**
	 * Read an address.
	 * @param literal an IPv4 address, or an IPv6 address possibly with a zone; one of
	 * IPv4 mapped into IPv6 is read as IPv4
	 * @return the address, or {@code null} if the text is none
	 */
	public static @Nullable InetAddress of(@Nullable String literal) {
		if (literal == null) {
			return null;
		}
		try {
			return (literal.indexOf(':') < 0) ? four(literal) : six(literal);
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	private static @Nullable InetAddress six(String literal) throws UnknownHostException {
		int zone = literal.indexOf('%');
		String address = (zone < 0) ? literal : literal.substring(0, zone);
		if (address.length() > LONGEST || address.indexOf(':') < 0 || address.charAt(0) == '.') {
			return null;
		}
		for (int i = 0; i < address.length(); i++) {
			char c = address.charAt(i);
			if (c > 'f' || (Character.digit(c, 16) < 0 && c != ':' && c != '.')) {
				return null;
			}
		}
		// INVARIANT: begins with a hexadecimal digit or a colon, so it is never looked up
		return InetAddress.getByName(address);
	}

	private static @Nullable InetAddress four(String literal) throws UnknownHostException {
		byte[] address = new byte[4];
		int octets = 0;
		int value = -1;
		for (int i = 0; i <= literal.length(); i++) {
			char c = (i < literal.length()) ? literal.charAt(i) : '.';
			if (c == '.' && value >= 0 && octets < 4) {
				address[octets++] = (byte) value;
				value = -1;
			}
			// behind a leading zero others read octal
			else if (c >= '0' && c <= '9' && value != 0) {
				value = Math.max(value, 0) * 10 + c - '0';
			}
			else {
				return null;
			}
			if (value > 255) {
				return null;
			}
		}
		return (octets == 4) ? InetAddress.getByAddress(address) : null;
	}

}
