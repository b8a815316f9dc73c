package io.zerotrust.spring.autoconfigure;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.Network;
import io.zerotrust.spring.web.ClientAddressSource;
import io.zerotrust.spring.web.ClientAddresses;

/**
 * Reads where the address of callers comes from, and tells whether that can be meant.
 */
final class ClientAddressRules {

	private static final String SOURCE = "zt.client-address.source";

	private static final String PROXIES = "zt.client-address.trusted-proxies";

	private static final int WIDEST_FOUR = 8;

	private static final int WIDEST_SIX = 7;

	private ClientAddressRules() {
	}

	/**
	 * Read the settings.
	 * @throws MisconfigurationException if an entry is no network, or one so wide that
	 * callers would be taken for proxies
	 */
	static ClientAddresses addresses(ZtProperties.ClientAddress settings) {
		List<Network> proxies = Networks.of(PROXIES, settings.trustedProxies());
		for (Network network : proxies) {
			if (network.bits() < (network.isIpv6() ? WIDEST_SIX : WIDEST_FOUR)) {
				throw new MisconfigurationException(
						PROXIES + " has the entry " + network + ", so callers would be taken for proxies.",
						"Write the networks your proxies connect from, none wider than /8, or /7 for IPv6.");
			}
		}
		return new ClientAddresses(source(settings), proxies);
	}

	/**
	 * Find a contradiction.
	 * @param rewriting who rewrites addresses, or {@code null} if nobody does
	 * @return the problem, or {@code null} if there is none
	 */
	static @Nullable MisconfigurationException problem(ZtProperties.ClientAddress settings,
			@Nullable AddressRewriting rewriting) {
		ClientAddressSource source = source(settings);
		if (rewriting != null && settings.source() == null) {
			return undecided(rewriting);
		}
		if (rewriting != null && rewriting.lost() && source != ClientAddressSource.CONTAINER) {
			return new MisconfigurationException(
					says(settings) + ", but " + rewriting.what()
							+ ", so address and headers are replaced before zt sees them.",
					"Set " + SOURCE + ": container, or " + rewriting.remedy() + ".");
		}
		if (rewriting == null && source == ClientAddressSource.CONTAINER) {
			return new MisconfigurationException(says(settings) + ", but nothing there reads forwarded headers.",
					"Set " + SOURCE + ": peer, or server.forward-headers-strategy: native or framework.");
		}
		if (source.isHeader() && settings.trustedProxies().isEmpty()) {
			return new MisconfigurationException(says(settings) + ", but " + PROXIES + " is empty.",
					"Set " + PROXIES + " to the networks your proxies connect from, 10.0.0.0/8 for example.");
		}
		if (!source.isHeader() && !settings.trustedProxies().isEmpty()) {
			return new MisconfigurationException(
					PROXIES + " is " + settings.trustedProxies() + ", but " + says(settings) + ", which asks no proxy.",
					"Set " + SOURCE + ": x-forwarded-for or forwarded, whichever your proxies write, or remove "
							+ PROXIES + ".");
		}
		return null;
	}

	/**
	 * Whether there are proxies whose headers count.
	 */
	static boolean trustsProxies(ZtProperties.ClientAddress settings) {
		return source(settings).isHeader() && !settings.trustedProxies().isEmpty();
	}

	private static MisconfigurationException undecided(AddressRewriting rewriting) {
		return new MisconfigurationException(
				rewriting.what() + ", so the address of callers is taken from headers, and " + SOURCE
						+ " does not say that this is meant.",
				"Set " + SOURCE + ": container if it is. Else " + rewriting.remedy() + ", and set " + SOURCE
						+ ": x-forwarded-for and " + PROXIES + " to the networks your proxies connect from.");
	}

	private static String says(ZtProperties.ClientAddress settings) {
		String source = source(settings).name().toLowerCase(Locale.ROOT).replace('_', '-');
		return SOURCE + " is " + ((settings.source() != null) ? source : "not set, so " + source);
	}

	private static ClientAddressSource source(ZtProperties.ClientAddress settings) {
		return (settings.source() != null) ? settings.source() : ClientAddressSource.PEER;
	}

}
