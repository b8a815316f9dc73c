package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.Provider;

/**
 * Reads how long tokens may live and how far clocks may be off.
 */
final class LifetimeSettings {

	private static final Duration LARGEST_SKEW = Duration.ofMinutes(1);

	private static final Duration MAX_LIFETIME = Duration.ofHours(1);

	private LifetimeSettings() {
	}

	static Duration maxLifetime(@Nullable Provider provider, TokenProperties token) {
		return maxLifetime("zt.token.max-lifetime", provider, token.maxLifetime());
	}

	static Duration maxLifetime(String key, @Nullable Provider provider, @Nullable Duration lifetime) {
		if (lifetime == null) {
			return (provider != null) ? provider.maxLifetime() : MAX_LIFETIME;
		}
		if (lifetime.isNegative() || lifetime.isZero()) {
			throw new MisconfigurationException(key + " is " + lifetime.toSeconds() + "s.",
					"Set " + key + " to a positive duration, 1h for example.");
		}
		Duration longest = (provider != null) ? provider.longestLifetime() : null;
		if (provider != null && longest != null && lifetime.compareTo(longest) > 0) {
			throw new MisconfigurationException(
					key + " is " + lifetime.toSeconds() + "s, and no token of "
							+ provider.name().toLowerCase(Locale.ROOT) + " can be made to live longer than "
							+ longest.toSeconds() + "s.",
					"Remove " + key + ", or set it to how long the tokens for this service live.");
		}
		return lifetime;
	}

	static Duration clockSkew(TokenProperties token) {
		return clockSkew("zt.token.clock-skew", token.clockSkew());
	}

	static Duration clockSkew(String key, Duration skew) {
		if (skew.isNegative() || skew.compareTo(LARGEST_SKEW) > 0) {
			throw new MisconfigurationException(key + " is " + skew.toSeconds() + "s, which no clock needs.",
					"Set " + key + " to a value from 0s to 60s and the clocks by NTP.");
		}
		return skew;
	}

	/**
	 * Return the skew that is granted to clocks of all issuers. What an issuer has less
	 * of, the check of its tokens sees to.
	 */
	static Duration largestSkew(ZtProperties properties) {
		Duration largest = clockSkew(properties.token());
		for (IssuerProperties issuer : properties.issuers()) {
			Duration skew = issuer.clockSkew();
			largest = (skew != null && skew.compareTo(largest) > 0) ? skew : largest;
		}
		return largest;
	}

}
