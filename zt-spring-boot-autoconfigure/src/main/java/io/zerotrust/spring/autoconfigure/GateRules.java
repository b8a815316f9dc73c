package io.zerotrust.spring.autoconfigure;

import org.springframework.core.env.Environment;

import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.web.CallerSources;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.Schemes;
import io.zerotrust.token.TrustedIssuers;

/**
 * Gathers what the properties say to the gates of either stack.
 */
final class GateRules {

	private GateRules() {
	}

	static GateSettings settings(ZtProperties properties, Schemes schemes, RouteRules routes, TrustedIssuers issuers,
			Environment environment, OriginSource origins) {
		return new GateSettings(properties.mode(), schemes, routes, properties.actuator().settings(),
				ClientAddressRules.addresses(properties.clientAddress()), properties.clientAddress().source() != null,
				new CallerSources(LearningSettings.devices(properties.risk()),
						WitnessSettings.witness(properties.risk()), origins),
				ResourceIdentity.settings(properties, issuers, environment));
	}

}
