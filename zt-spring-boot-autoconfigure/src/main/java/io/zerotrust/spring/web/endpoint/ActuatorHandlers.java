package io.zerotrust.spring.web.endpoint;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.ActuatorRules;

/**
 * The handlers of Spring Boot with the Actuator.
 *
 * @since 0.1.0
 */
public final class ActuatorHandlers implements SystemHandlers {

	private static final Operation UNKNOWN = new Operation("unknown Actuator handler",
			EndpointPolicy.of(Admission.UNCOVERED, "no operation of an endpoint of this application"));

	private final BootHandlers others;

	private final ActuatorRules rules;

	private final Class<?> mapping;

	private final Function<ApplicationContext, ActuatorOperations> stock;

	private final Map<ApplicationContext, ActuatorOperations> operations = new ConcurrentHashMap<>();

	/**
	 * @param others the handlers beside the Actuator's
	 * @param rules what operations demand
	 * @param mapping the type of the mappings in which Boot nests the Actuator's handlers
	 * @param stock takes stock of the operations in a context
	 */
	public ActuatorHandlers(BootHandlers others, ActuatorRules rules, Class<?> mapping,
			Function<ApplicationContext, ActuatorOperations> stock) {
		this.others = others;
		this.rules = rules;
		this.mapping = mapping;
		this.stock = stock;
	}

	@Override
	public boolean isErrorController(Class<?> type) {
		return this.others.isErrorController(type);
	}

	@Override
	public boolean isActuator(Class<?> type) {
		if (ControllerEndpoints.isOne(type)) {
			return true;
		}
		Class<?> enclosing = Nesting.of(type);
		return enclosing != null && this.mapping.isAssignableFrom(enclosing);
	}

	@Override
	public Operation operation(HandlerMethod handler, ApplicationContext context) {
		if (ControllerEndpoints.isOne(handler.getBeanType())) {
			return ControllerEndpoints.operation(handler, this.rules);
		}
		Operation known = this.operations.computeIfAbsent(context, this.stock).behind(handler);
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
