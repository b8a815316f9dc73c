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
		if (literal == null || !isNumeric(literal)) {
			return null;
		}
		try {
			int zone = literal.indexOf('%');
			return InetAddress.getByName((zone < 0) ? literal : literal.substring(0, zone));
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	private static boolean isNumeric(String literal) {
		boolean six = literal.indexOf(':') >= 0;
		int dots = 0;
		for (int i = 0; i < literal.length(); i++) {
			char c = literal.charAt(i);
			if (six && c == '%') {
				return i > 0;
			}
			dots += (c == '.') ? 1 : 0;
			boolean digit = (c >= '0' && c <= '9') || (six && (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'));
			if (!(c == '.' || digit || (six && c == ':'))) {
				return false;
			}
		}
		return six || dots == 3;
	}

}
