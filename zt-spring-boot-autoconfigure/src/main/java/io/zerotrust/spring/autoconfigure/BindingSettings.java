package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.zerotrust.access.SenderConstraint;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.token.Binding;
import io.zerotrust.token.Binding.Demand;

/**
 * Reads how tokens may or must be bound, and tells whether that can be meant.
 */
final class BindingSettings {

	private final ZtProperties properties;

	BindingSettings(ZtProperties properties) {
		this.properties = properties;
	}

	/**
	 * Return the rule for tokens of the issuers that have none of their own.
	 */
	static Binding binding(TokenProperties token) {
		return new Binding(token.dpop().mode(), token.mtls().mode());
	}

	/**
	 * Return the rule for tokens of an issuer.
	 */
	static Binding binding(TokenProperties token, IssuerProperties issuer) {
		Demand dpop = issuer.dpop();
		Demand mtls = issuer.mtls();
		return new Binding((dpop != null) ? dpop : token.dpop().mode(), (mtls != null) ? mtls : token.mtls().mode());
	}

	/**
	 * Return what must not start.
	 * @param inventory what is mapped
	 */
	List<MisconfigurationException> problems(EndpointInventory inventory) {
		List<MisconfigurationException> problems = new ArrayList<>();
		if (this.properties.token().mtls().source() == MtlsProperties.Source.CLIENT_CERT
				&& !ClientAddressRules.trustsProxies(this.properties.clientAddress())) {
			problems.add(new MisconfigurationException(
					"zt.token.mtls.source is client-cert, but zt.client-address names no proxy that may send it.",
					"Set zt.client-address.source to x-forwarded-for or forwarded, whichever your proxies write, and "
							+ "zt.client-address.trusted-proxies to the networks they connect from."));
		}
		Set<SenderConstraint> possible = possible();
		Map<String, Set<SenderConstraint>> unmet = new TreeMap<>();
		for (Endpoint endpoint : inventory.endpoints()) {
			Set<SenderConstraint> demanded = endpoint.policy().senderConstraints();
			if (!demanded.isEmpty() && demanded.stream().noneMatch(possible::contains)) {
				unmet.put(endpoint.policy().origin(), demanded);
			}
		}
		unmet.forEach((origin, demanded) -> problems.add(unmeetable(origin, demanded)));
		return problems;
	}

	/**
	 * Return what may start but should be known.
	 * @param inventory what is mapped
	 */
	List<String> warnings(EndpointInventory inventory) {
		boolean demanded = bindings().stream().anyMatch((binding) -> binding.dpop() == Demand.REQUIRED)
				|| inventory.endpoints()
					.stream()
					.anyMatch((endpoint) -> endpoint.policy().senderConstraints().contains(SenderConstraint.DPOP));
		return (!demanded || this.properties.resource().identifier() != null) ? List.of()
				: List.of("zt.resource.identifier is not set: a proof made for another service fits here if the "
						+ "request names its host");
	}

	private static MisconfigurationException unmeetable(String origin, Set<SenderConstraint> demanded) {
		String keys = demanded.contains(SenderConstraint.DPOP) ? (demanded.contains(SenderConstraint.MTLS)
				? "zt.token.dpop.mode or zt.token.mtls.mode" : "zt.token.dpop.mode") : "zt.token.mtls.mode";
		return new MisconfigurationException(
				"The rule at " + origin + " demands tokens bound by " + sorted(demanded)
						+ ", which no issuer may use, so everybody is refused there.",
				"Set " + keys + " to accepted, or remove the demand.");
	}

	private static List<SenderConstraint> sorted(Set<SenderConstraint> ways) {
		return ways.stream().sorted().toList();
	}

	private Set<SenderConstraint> possible() {
		Set<SenderConstraint> possible = EnumSet.noneOf(SenderConstraint.class);
		for (Binding binding : bindings()) {
			if (binding.dpop() != Demand.OFF) {
				possible.add(SenderConstraint.DPOP);
			}
			if (binding.mtls() != Demand.OFF) {
				possible.add(SenderConstraint.MTLS);
			}
		}
		return possible;
	}

	private List<Binding> bindings() {
		TokenProperties token = this.properties.token();
		List<Binding> bindings = new ArrayList<>(List.of(binding(token)));
		this.properties.issuers().forEach((issuer) -> bindings.add(binding(token, issuer)));
		return bindings;
	}

}
