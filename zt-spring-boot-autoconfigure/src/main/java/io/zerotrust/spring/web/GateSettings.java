package io.zerotrust.spring.web;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.CallerSources;
import io.zerotrust.spring.web.ClientAddresses;
import io.zerotrust.spring.web.ResourceSettings;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.Schemes;

/**
 * What an operator says about the gates.
 *
 * @param mode whether refusals are enforced
 * @param schemes the schemes that callers may send tokens by
 * @param routes the rules the operator wrote
 * @param actuator rules of Actuator endpoints
 * @param addresses tells the address of a caller
 * @param addressesTold whether the operator said where addresses come from
 * @param callers where the rest is read from that surrounds a caller
 * @param resource this service as its callers see it
 * @since 0.1.0
 */
public record GateSettings(Mode mode, Schemes schemes, RouteRules routes, ActuatorSettings actuator,
		ClientAddresses addresses, boolean addressesTold, CallerSources callers, ResourceSettings resource) {

}
