package io.zerotrust.risk;

import java.util.Set;

/**
 * Autonomous systems of which the operator knows what they are for.
 *
 * @param hosting those where servers stand, and people seldom sit
 * @param vpn those of VPN providers, whose users seem to jump around the world
 * @since 0.1.0
 */
public record AsnLists(Set<Integer> hosting, Set<Integer> vpn) {

	private static final AsnLists NONE = new AsnLists(Set.of(), Set.of());

	public AsnLists {
		hosting = Set.copyOf(hosting);
		vpn = Set.copyOf(vpn);
	}

	/**
	 * Return the lists of who lists nothing.
	 * @return empty lists
	 */
	public static AsnLists none() {
		return NONE;
	}

	/**
	 * Whether servers stand there.
	 * @param asn the number of the system
	 * @return {@code true} if it is listed
	 */
	public boolean isHosting(int asn) {
		return this.hosting.contains(asn);
	}

	/**
	 * Whether it is a VPN provider's.
	 * @param asn the number of the system
	 * @return {@code true} if it is listed
	 */
	public boolean isVpn(int asn) {
		return this.vpn.contains(asn);
	}

}
