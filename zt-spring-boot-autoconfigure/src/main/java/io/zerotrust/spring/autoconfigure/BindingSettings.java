package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
		for (Endpoint endpoint : inventory.endpoints()) {
			Set<SenderConstraint> demanded = endpoint.policy().senderConstraints();
			if (!demanded.isEmpty() && demanded.stream().noneMatch(possible::contains)) {
				problems.add(unmeetable(endpoint, demanded));
			}
		}
		return problems;
	}

	private static MisconfigurationException unmeetable(Endpoint endpoint, Set<SenderConstraint> demanded) {
		String keys = demanded.contains(SenderConstraint.DPOP) ? (demanded.contains(SenderConstraint.MTLS)
				? "zt.token.dpop.mode or zt.token.mtls.mode" : "zt.token.dpop.mode") : "zt.token.mtls.mode";
		return new MisconfigurationException(
				"The rule at " + endpoint.policy().origin() + " demands tokens bound by " + sorted(demanded)
						+ ", which no issuer may use, so " + endpoint.id() + " is refused to everybody.",
				"Set " + keys + " to accepted, or remove the demand.");
	}

	private static List<SenderConstraint> sorted(Set<SenderConstraint> ways) {
		return ways.stream().sorted().toList();
	}

	private Set<SenderConstraint> possible() {
		Set<SenderConstraint> possible = EnumSet.noneOf(SenderConstraint.class);
		add(possible, binding(this.properties.token()));
		for (IssuerProperties issuer : this.properties.issuers()) {
			add(possible, binding(this.properties.token(), issuer));
		}
		return possible;
	}

	private static void add(Set<SenderConstraint> possible, Binding binding) {
		if (binding.dpop() != Demand.OFF) {
			possible.add(SenderConstraint.DPOP);
		}
		if (binding.mtls() != Demand.OFF) {
			possible.add(SenderConstraint.MTLS);
		}
	}

}
