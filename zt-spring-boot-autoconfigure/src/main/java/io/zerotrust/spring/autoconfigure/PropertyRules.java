package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.risk.Network;

/**
 * Finds settings of zt that mean nothing, or more than anybody can want.
 */
final class PropertyRules {

	private static final String DENIED = "zt.risk.denied-networks";

	private static final String SUSPICIOUS = "zt.risk.suspicious-networks";

	private static final String SCOPE_PREFIX = "SCOPE_";

	private final ZtProperties properties;

	private final List<MisconfigurationException> problems = new ArrayList<>();

	PropertyRules(ZtProperties properties) {
		this.properties = properties;
	}

	List<MisconfigurationException> problems(EndpointInventory inventory) {
		verifyRealm(this.properties.realm());
		verifyRisk(this.properties.risk());
		this.problems.addAll(WitnessSettings.problems(this.properties));
		this.properties.audit().recent().decisions();
		for (int i = 0; i < this.properties.routes().size(); i++) {
			verifyRoute("zt.routes[" + i + "].", this.properties.routes().get(i));
		}
		inventory.endpoints()
			.stream()
			.map(Endpoint::policy)
			.collect(Collectors.toMap(EndpointPolicy::origin, EndpointPolicy::scopes, (one, same) -> one, TreeMap::new))
			.forEach(this::verifyScopes);
		return this.problems;
	}

	/**
	 * The characters that a challenge can carry (RFC 6750, section 3).
	 */
	private void verifyRealm(String realm) {
		if (!realm.chars().allMatch((c) -> c >= 0x20 && c <= 0x7e && c != '"' && c != '\\')) {
			add("zt.realm is " + realm + ", which no challenge can carry as it is.",
					"Set zt.realm to printable ASCII without quotes and backslashes.");
		}
	}

	private void verifyRisk(RiskProperties risk) {
		Duration fresh = risk.freshToken();
		if (fresh.isNegative() || fresh.isZero()) {
			add("zt.risk.fresh-token is " + fresh.toSeconds() + "s, so no token would be fresh.",
					"Set zt.risk.fresh-token to a positive duration, 30m for example.");
		}
		List<Network> denied = Networks.of(DENIED, risk.deniedNetworks());
		List<Network> suspicious = Networks.of(SUSPICIOUS, risk.suspiciousNetworks());
		verifyNotEverybody(DENIED, denied, "everybody would be refused");
		verifyNotEverybody(SUSPICIOUS, suspicious, "everybody would be suspicious");
		for (Network network : suspicious) {
			denied.stream()
				.filter((other) -> other.covers(network))
				.findFirst()
				.ifPresent((other) -> add(SUSPICIOUS + " has the entry " + network + ", which " + DENIED
						+ " refuses already by " + other + ".", "Remove one of them."));
		}
	}

	private void verifyNotEverybody(String key, List<Network> networks, String consequence) {
		for (Network network : networks) {
			if (network.bits() == 0) {
				add(key + " has the entry " + network + ", so " + consequence + ".",
						"Write the networks that are meant, 203.0.113.0/24 for example.");
			}
		}
	}

	private void verifyRoute(String key, RouteProperties route) {
		if (route.ignoreBadCredentials() && route.publicAccess() == null) {
			add(key + "ignore-bad-credentials is true, and the route is not public.",
					"Remove it, or set " + key + "public-access to the reason why everybody may call.");
		}
		Duration maxAge = route.stepUp().maxAge();
		if (maxAge != null && maxAge.isNegative()) {
			add(key + "step-up.max-age is " + maxAge.toSeconds() + "s, so it would count as not set.",
					"Set " + key + "step-up.max-age to 1s or more, 15m for example.");
		}
	}

	private void verifyScopes(String origin, AuthorityRule rule) {
		Set<String> scopes = new TreeSet<>(rule.allOf());
		scopes.addAll(rule.anyOf());
		for (String scope : scopes) {
			if (scope.startsWith(SCOPE_PREFIX)) {
				add("The rule at " + origin + " needs the scope " + scope
						+ ", which is Spring's name for an authority and stands in no token.",
						"Write " + scope.substring(SCOPE_PREFIX.length()) + ".");
			}
		}
	}

	private void add(String description, String action) {
		this.problems.add(new MisconfigurationException(description, action));
	}

}
