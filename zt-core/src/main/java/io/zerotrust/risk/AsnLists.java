package io.zerotrust.risk;

import java.util.Arrays;
import java.util.Collection;

/**
 * The autonomous systems an operator knows something about (RFC 6793). Numbers are
 * unsigned: those above 2,147,483,647 are negative here, as in
 * {@link io.zerotrust.access.Origin#asn()}.
 *
 * @since 0.1.0
 */
public final class AsnLists {

	private static final AsnLists NONE = new AsnLists(new int[0], new int[0]);

	private final int[] hosting;

	private final int[] vpn;

	private AsnLists(int[] hosting, int[] vpn) {
		this.hosting = hosting;
		this.vpn = vpn;
	}

	/**
	 * Create the lists.
	 * @param hosting networks of servers, from which people seldom come
	 * @param vpn networks people borrow, from which everybody may come
	 * @return the lists
	 * @throws IllegalArgumentException if a number is none of an autonomous system
	 */
	public static AsnLists of(Collection<Integer> hosting, Collection<Integer> vpn) {
		return new AsnLists(sorted(hosting), sorted(vpn));
	}

	/**
	 * Return the lists of somebody who knows nothing.
	 * @return empty lists
	 */
	public static AsnLists none() {
		return NONE;
	}

	/**
	 * Parse the number of an autonomous system.
	 * @param text {@code 64496} or {@code AS64496}
	 * @return the number, unsigned
	 * @throws IllegalArgumentException if the text is none, or one that no network has
	 * (RFC 7607, RFC 7300)
	 */
	public static int parse(String text) {
		boolean prefixed = text.regionMatches(true, 0, "AS", 0, 2);
		try {
			return valid(Integer.parseUnsignedInt(text, prefixed ? 2 : 0, text.length(), 10));
		}
		catch (NumberFormatException | IndexOutOfBoundsException ex) {
			throw new IllegalArgumentException("not the number of an autonomous system: " + text, ex);
		}
	}

	/**
	 * Whether a network is one of servers.
	 * @param asn its number, unsigned; 0 if unknown
	 * @return {@code true} if it is listed
	 */
	public boolean isHosting(int asn) {
		return Arrays.binarySearch(this.hosting, asn) >= 0;
	}

	/**
	 * Whether a network is one that people borrow.
	 * @param asn its number, unsigned; 0 if unknown
	 * @return {@code true} if it is listed
	 */
	public boolean isVpn(int asn) {
		return Arrays.binarySearch(this.vpn, asn) >= 0;
	}

	private static int[] sorted(Collection<Integer> numbers) {
		return numbers.stream().mapToInt(AsnLists::valid).sorted().distinct().toArray();
	}

	private static int valid(int asn) {
		// 0 and the last one are reserved
		if (asn == 0 || asn == -1) {
			throw new IllegalArgumentException("no network has the number " + Integer.toUnsignedString(asn));
		}
		return asn;
	}

}
