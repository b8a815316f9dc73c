package io.zerotrust.spring.web.servlet;

import java.util.List;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.ClientAddresses;

/**
 * What an operator says about the gates.
 *
 * @param mode whether refusals are enforced
 * @param realm the realm of challenges
 * @param publicResources patterns of static resources and mapped views everybody may read
 * @param readScope the scope that may read Actuator endpoints; empty denies
 * @param writeScope the scope that may, beside the other, change something there; empty
 * denies
 * @param addresses tells the address of a caller
 * @since 0.1.0
 */
public record GateSettings(Mode mode, String realm, List<String> publicResources, String readScope, String writeScope,
		ClientAddresses addresses) {

	public GateSettings {
		publicResources = List.copyOf(publicResources);
	}

}
