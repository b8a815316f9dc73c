package io.zerotrust.spring.web.servlet;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.ClientAddresses;
import io.zerotrust.spring.web.RouteRules;

/**
 * What an operator says about the gates.
 *
 * @param mode whether refusals are enforced
 * @param realm the realm of challenges
 * @param routes the rules the operator wrote
 * @param readScope the scope that may read Actuator endpoints; empty denies
 * @param writeScope the scope that may, beside the other, change something there; empty
 * denies
 * @param addresses tells the address of a caller
 * @since 0.1.0
 */
public record GateSettings(Mode mode, String realm, RouteRules routes, String readScope, String writeScope,
		ClientAddresses addresses) {

}
