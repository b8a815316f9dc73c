package io.zerotrust.spring.web.servlet;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.ActuatorRules;
import io.zerotrust.spring.web.ActuatorSettings;
import io.zerotrust.spring.web.endpoint.ControllerEndpoints;
import io.zerotrust.spring.web.endpoint.Nesting;

/**
 * The handlers of Spring Boot with the Actuator.
 */
final class ActuatorHandlers extends BootHandlers {

	private static final Operation UNKNOWN = new Operation("unknown Actuator handler",
			EndpointPolicy.of(Admission.UNCOVERED, "no operation of an endpoint of this application"));

	private final ActuatorRules rules;

	private final Map<ApplicationContext, ActuatorOperations> operations = new ConcurrentHashMap<>();

	ActuatorHandlers(ActuatorSettings settings) {
		this.rules = new ActuatorRules(settings);
	}

	@Override
	public boolean isActuator(Class<?> type) {
		if (ControllerEndpoints.isOne(type)) {
			return true;
		}
		Class<?> enclosing = Nesting.of(type);
		return enclosing != null && AbstractWebMvcEndpointHandlerMapping.class.isAssignableFrom(enclosing);
	}

	@Override
	public Operation operation(HandlerMethod handler, ApplicationContext context) {
		if (ControllerEndpoints.isOne(handler.getBeanType())) {
			return ControllerEndpoints.operation(handler, this.rules);
		}
		Operation known = this.operations.computeIfAbsent(context, (fresh) -> ActuatorOperations.of(fresh, this.rules))
			.behind(handler);
		return (known != null) ? known : UNKNOWN;
	}

	@Override
	public Set<String> endpoints(ApplicationContext context) {
		Set<String> ids = new TreeSet<>(ControllerEndpoints.ids(context));
		context.getBeanProvider(WebEndpointsSupplier.class)
			.ifUnique((supplier) -> supplier.getEndpoints()
				.forEach((endpoint) -> ids.add(endpoint.getEndpointId().toLowerCaseString())));
		return ids;
	}

}
