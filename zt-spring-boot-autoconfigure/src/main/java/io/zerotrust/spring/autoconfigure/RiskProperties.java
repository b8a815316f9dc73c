package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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
 * Each takes about 1 KB.
 * @param sessions How many sessions are remembered at most, from 100 to 20,000,000. Each
 * takes about 200 bytes.
 * @param objects Of how many objects is remembered who touches them, from 100 to
 * 134,217,728, rounded up to a power of two. Each takes 8 bytes.
 * @param challengeBudget How many of 1,000 sessions may be challenged, more than 0 and at
 * most 100: the score is shifted towards it, by 0.1 nats a day and 1.5 in all.
 * @param deviceHeader Name of a request header with the device. It is the caller's word:
 * whoever knows the value can send it.
 * @param deviceClaim Claim with the device, by name or JSON Pointer. The caller cannot
 * choose it, so it goes before the header.
 * @param fingerprintHeader Name of the header by which trusted proxies tell the
 * fingerprint of the caller's TLS stack (JA4). From anybody else it is ignored.
 * @param postureHeader Name of the header by which trusted proxies tell the state of the
 * caller's device. From anybody else it is ignored.
 * @param postureHealthyValues Values of that header that mean the device is as it should
 * be, whatever their case.
 * @param postureUnknownValues Values of that header that mean nobody knows, as if the
 * header was not there. Any other value means that the posture failed.
 * @param postureFailed What becomes of requests from a device whose posture failed.
 * @param observeFor How long what is learned only observes after the first start, from 0,
 * which is not at all, to 90d.
 * @param throttleThreshold Risk from which on who does too much is slowed down, between 0
 * and 1.
 * @param weights What each kind of evidence is multiplied with.
 * @param thresholds Risk from which on something happens, by sensitivity of the endpoint.
 * @param signals Settings of single signals, by name.
 * @param origin Where addresses lie.
 * @param quarantine Tokens that are shut out where they were misused.
 * @param pseudonymSecret Secret of 32 characters or more that networks, devices and
 * objects are hashed under, or file: and the path of a file with it. Without one they are
 * hashed under a key that ends with the process.
 * @param baselines Where what is learned survives a restart.
 */
record RiskProperties(@DefaultValue("30m") Duration freshToken, @DefaultValue List<String> deniedNetworks,
		@DefaultValue List<String> suspiciousNetworks, @DefaultValue List<String> stepUpAcr,
		@DefaultValue("true") boolean learning, @DefaultValue("50000") int principals,
		@DefaultValue("100000") int sessions, @DefaultValue("1048576") int objects,
		@DefaultValue("2") double challengeBudget, @Nullable String deviceHeader, @Nullable String deviceClaim,
		@Nullable String fingerprintHeader, @Nullable String postureHeader,
		@DefaultValue("healthy") List<String> postureHealthyValues,
		@DefaultValue("unknown") List<String> postureUnknownValues, @DefaultValue("deny") FailedPosture postureFailed,
		@DefaultValue("7d") Duration observeFor, @DefaultValue("0.45") double throttleThreshold,
		@DefaultValue @NestedConfigurationProperty WeightProperties weights,
		@DefaultValue @NestedConfigurationProperty ThresholdProperties thresholds,
		@DefaultValue Map<String, SignalProperties> signals,
		@DefaultValue @NestedConfigurationProperty OriginProperties origin,
		@DefaultValue @NestedConfigurationProperty QuarantineProperties quarantine, @Nullable String pseudonymSecret,
		@DefaultValue @NestedConfigurationProperty BaselineProperties baselines) {

	/**
	 * What becomes of requests from a device whose posture failed.
	 */
	enum FailedPosture {

		/**
		 * They are refused.
		 */
		DENY,

		/**
		 * They look riskier.
		 */
		SCORE

	}

}
