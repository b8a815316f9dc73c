package io.zerotrust.risk.replay.world;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.zerotrust.access.Origin;

/**
 * Countries, providers and their networks. Providers are numbered; the number is the
 * first byte of their addresses too.
 */
public final class Internet {

	static final List<Country> COUNTRIES = List.of(new Country("DE", 51, 10, 1), new Country("FR", 46.5, 2.5, 1),
			new Country("GB", 52.5, -1.5, 0), new Country("PL", 52, 19.5, 1), new Country("ES", 40, -4, 1),
			new Country("US", 39, -98, -6), new Country("IN", 22, 79, 5), new Country("BR", -15, -48, -3));

	private static final int LINES = 3;

	private static final int CARRIERS = 2;

	private static final int PER_COUNTRY = LINES + CARRIERS;

	private static final int FIRST = 11;

	private static final int FIRST_HOSTER = FIRST + COUNTRIES.size() * PER_COUNTRY;

	private static final int HOSTERS = 6;

	private static final int FIRST_VPN = FIRST_HOSTER + HOSTERS;

	private static final int VPNS = 5;

	private static final int OFFICE = FIRST_VPN + VPNS;

	private static final int CLOUD = OFFICE + 4;

	private static final int AUTONOMOUS = 64_000;

	private Internet() {
	}

	/**
	 * Whether machines are hosted there, and nobody lives there.
	 */
	public static boolean isHosting(int asn) {
		int provider = asn - AUTONOMOUS;
		return provider >= FIRST_HOSTER && provider < FIRST_VPN;
	}

	/**
	 * Whether a VPN comes out there.
	 */
	public static boolean isVpn(int asn) {
		int provider = asn - AUTONOMOUS;
		return provider >= FIRST_VPN && provider < OFFICE;
	}

	static Country home(Dice dice) {
		return dice.chance(0.65) ? COUNTRIES.get(0) : dice.pick(COUNTRIES);
	}

	static Country abroad(Dice dice, String home) {
		Country country = dice.pick(COUNTRIES);
		while (country.code().equals(home)) {
			country = dice.pick(COUNTRIES);
		}
		return country;
	}

	static Country country(String code) {
		for (Country country : COUNTRIES) {
			if (country.code().equals(code)) {
				return country;
			}
		}
		throw new IllegalArgumentException(code);
	}

	/**
	 * Return a line of a house.
	 */
	static Place line(Dice dice, Country country) {
		int provider = FIRST + COUNTRIES.indexOf(country) * PER_COUNTRY + dice.below(LINES);
		return place(provider, dice.below(400), dice.between(1, 250), country);
	}

	static int carrier(Dice dice, Country country) {
		return FIRST + COUNTRIES.indexOf(country) * PER_COUNTRY + LINES + dice.below(CARRIERS);
	}

	/**
	 * Return where a phone comes out: somewhere else each time.
	 */
	static Place cell(Dice dice, int carrier) {
		return place(carrier, dice.below(30), dice.between(1, 250), COUNTRIES.get((carrier - FIRST) / PER_COUNTRY));
	}

	static Place hosted(Dice dice) {
		return place(FIRST_HOSTER + dice.below(HOSTERS), dice.below(200), dice.between(1, 250), dice.pick(COUNTRIES));
	}

	static Place vpn(Dice dice) {
		int exit = dice.below(8);
		return place(FIRST_VPN + dice.below(VPNS), exit, dice.between(1, 250), COUNTRIES.get(exit));
	}

	static Place office(int number) {
		return place(OFFICE + number % 3, number, 10, COUNTRIES.get(0));
	}

	static Place cloud(int node, int pod) {
		return place(CLOUD, node, pod, COUNTRIES.get(0));
	}

	/**
	 * Return another network of the same provider.
	 */
	static Place neighbour(Dice dice, Place place) {
		return place(place.asn() - AUTONOMOUS, dice.below(400), dice.between(1, 250), country(place.country()));
	}

	/**
	 * Return where a line is once its provider has given everybody other addresses.
	 */
	static Place renumbered(Place place) {
		byte[] address = place.address().getAddress();
		int network = (address[1] & 0xff) << 8 | address[2] & 0xff;
		return place(place.asn() - AUTONOMOUS, network + 1000, address[3] & 0xff, country(place.country()));
	}

	private static Place place(int provider, int network, int host, Country country) {
		byte[] address = { (byte) provider, (byte) (network >> 8), (byte) network, (byte) host };
		double latitude = country.latitude() + network % 7 * 0.3;
		double longitude = country.longitude() + network % 11 * 0.3;
		try {
			return new Place(InetAddress.getByAddress(address),
					new Origin(AUTONOMOUS + provider, country.code(), latitude, longitude));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("four bytes are an address", ex);
		}
	}

}
