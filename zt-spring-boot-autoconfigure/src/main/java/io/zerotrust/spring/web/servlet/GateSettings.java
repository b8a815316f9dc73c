package io.zerotrust.spring.web.servlet;

import java.util.List;

import io.zerotrust.check.Mode;

/**
 * What an operator says about the gates.
 *
 * @param mode whether refusals are enforced
 * @param realm the realm of challenges
 * @param publicResources patterns of static resources and mapped views everybody may read
 * @param actuator rules of Actuator endpoints
 * @since 0.1.0
 */
public record GateSettings(Mode mode, String realm, List<String> publicResources, ActuatorSettings actuator) {

	public GateSettings {
		publicResources = List.copyOf(publicResources);
	}

}
