package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for suspicious surroundings.
 *
 * @param freshToken Age up to which a token counts as fresh.
 * @param deniedNetworks Networks in CIDR notation whose requests are refused on arrival.
 * @param suspiciousNetworks Networks in CIDR notation whose requests count as risky.
 * @param stepUpAcr Authentication context classes that a challenge by risk asks for where
 * the endpoint names none.
 * @param learning Whether zt learns how each principal usually asks. Without it the check
 * risk.learned does not exist.
 * @param principals How many principals are remembered at most, from 100 to 10,000,000.
 * Each takes about 2 KB.
 * @param challengeBudget How many of 1,000 sessions may be challenged, more than 0 and at
 * most 100: the score is shifted towards it, by 0.1 nats a day and 1.5 in all.
 * @param deviceHeader Name of a request header with the device. It is the caller's word:
 * whoever knows the value can send it.
 * @param deviceClaim Claim with the device, by name or JSON Pointer. The caller cannot
 * choose it, so it goes before the header.
 * @param pseudonymSecret Secret of 32 characters or more that networks, devices and
 * objects are hashed under, or file: and the path of a file with it. Without one they are
 * hashed under a key that ends with the process.
 * @param baselines Where what is learned survives a restart.
 */
record RiskProperties(@DefaultValue("30m") Duration freshToken, @DefaultValue List<String> deniedNetworks,
		@DefaultValue List<String> suspiciousNetworks, @DefaultValue List<String> stepUpAcr,
		@DefaultValue("true") boolean learning, @DefaultValue("50000") int principals,
		@DefaultValue("2") double challengeBudget, @Nullable String deviceHeader, @Nullable String deviceClaim,
		@Nullable String pseudonymSecret, @DefaultValue @NestedConfigurationProperty BaselineProperties baselines) {

}
