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

	private ClientAddress() {
	}

	/**
	 * Read the address of the socket's peer.
	 * @param literal an IPv4 or IPv6 address, possibly with a zone
	 * @return the address, or {@code null} if the text is none
	 */
	public static @Nullable InetAddress of(@Nullable String literal) {
		if (literal == null || literal.isEmpty()) {
			return null;
		}
		int zone = literal.indexOf('%');
		String address = (zone < 0) ? literal : literal.substring(0, zone);
		try {
			return isLiteral(address) ? InetAddress.getByName(address) : null;
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	/**
	 * Whether a text is an address. What only looks like one would be looked up.
	 */
	private static boolean isLiteral(String text) {
		// with a colon it is never looked up
		return text.indexOf(':') >= 0 || isFour(text);
	}

	private static boolean isFour(String text) {
		int octets = 0;
		int value = -1;
		for (int i = 0; i <= text.length(); i++) {
			char c = (i < text.length()) ? text.charAt(i) : '.';
			if (c >= '0' && c <= '9') {
				value = Math.max(value, 0) * 10 + c - '0';
			}
			else if (c == '.' && value >= 0) {
				octets++;
				value = -1;
			}
			else {
				return false;
			}
			if (value > 255) {
				return false;
			}
		}
		return octets == 4;
	}

}
