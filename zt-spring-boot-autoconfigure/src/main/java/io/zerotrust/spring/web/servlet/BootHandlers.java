package io.zerotrust.spring.web.servlet;

import java.util.Set;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * The handlers of Spring Boot without the Actuator.
 */
class BootHandlers implements SystemHandlers {

	private static final Set<String> MANAGEMENT_ERRORS = Set
		.of("org.springframework.boot.webmvc.autoconfigure.actuate.web.ManagementErrorEndpoint");

	@Override
	public boolean isErrorController(Class<?> type) {
		return ErrorController.class.isAssignableFrom(type) || MANAGEMENT_ERRORS.contains(type.getName());
	}

	@Override
	public boolean isActuator(Class<?> type) {
		return false;
	}

	@Override
	public Operation operation(HandlerMethod handler, ApplicationContext context) {
		return new Operation("no Actuator", EndpointPolicy.uncovered());
	}

	@Override
	public Set<String> endpoints(ApplicationContext context) {
		return Set.of();
	}

}
